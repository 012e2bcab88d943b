namespace Postmortems.Formats.Headings;

/// <summary>
/// How teams head the parts of a postmortem, in the languages seen. Written in lower case without accents,
/// numbers, emoji and closing punctuation: <see cref="HeadingWords"/> brings a heading to that form.
/// </summary>
internal static class HeadingMap
{
    /// <summary>Whole headings.</summary>
    public static readonly IReadOnlyDictionary<string, Kind> Whole = Flatten(new()
    {
        [Kind.Summary] =
        [
            "summary", "overview", "executive summary", "issue summary", "incident summary", "event summary", "postmortem summary",
            "summary of impact", "summary of vulnerability", "tldr", "tl dr", "abstract", "brief", "at a glance", "in short", "synopsis",
            "description", "incident description", "introduction",
            "resume", "synthese", "resume de l incident", "vue d ensemble", "zusammenfassung", "uberblick", "kurzfassung", "ubersicht",
            "resumen", "resumen ejecutivo", "resumo", "resumo executivo", "riepilogo", "sintesi", "sommario", "samenvatting", "overzicht",
            "sammanfattning", "sammendrag", "yhteenveto", "podsumowanie", "streszczenie", "概要", "サマリー", "摘要", "概述", "总结", "事件概述", "事故概述", "요약", "개요", "резюме", "краткое описание", "обзор",
        ],
        [Kind.Narrative] =
        [
            "what happened", "so what happened", "outage description", "fault", "background", "context", "narrative", "details",
            "incident details", "technical details", "the technical problem", "problem", "problems", "the problem", "investigation", "diagnosis",
            "analysis", "history", "the incident", "description of the incident", "what how when and why",
            "que s est il passe", "contexte", "was ist passiert", "hintergrund", "ablauf des vorfalls", "que paso", "contexto", "antecedentes",
            "o que aconteceu", "cosa e successo", "contesto", "wat is er gebeurd", "achtergrond", "背景", "经过", "何が起きたか", "何が起こったか", "経緯", "事件经过", "事故经过", "무슨 일이 있었나", "배경", "경위", "что случилось", "что произошло", "контекст", "описание инцидента", "co sie stalo", "tlo", "przebieg incydentu", "vorgeschichte", "hergang",
        ],
        [Kind.Impact] =
        [
            "impact", "impacts", "customer impact", "user impact", "business impact", "service impact", "impact and metrics", "impact assessment",
            "impact metrics", "user facing impact", "affected users", "affected systems", "affected customers", "what was impacted", "what was affected",
            "who was affected", "scope", "blast radius", "consequences", "damage", "effects", "affected crates", "symptoms",
            "impact client", "impact utilisateur", "auswirkung", "auswirkungen", "betroffene", "impacto", "impacto en los usuarios",
            "impatto", "gevolgen", "paverkan", "konsekvenser", "wplyw", "skutki", "影響", "影響範囲", "ユーザーへの影響", "影响", "影响范围", "用户影响", "영향", "영향 범위", "влияние", "влияние на пользователей", "последствия", "wplyw na uzytkownikow", "impatto sugli utenti", "impacto nos usuarios", "impact voor gebruikers", "auswirkungen auf kunden",
        ],
        [Kind.Detection] =
        [
            "detection", "detection and response", "discovery", "identified", "how was it detected", "how we found out", "how did we find out",
            "how was the incident detected", "how did we detect", "monitoring and detection", "alerting", "cases found",
            "erkennung", "entdeckung", "deteccion", "deteccao", "rilevamento", "detectie", "upptackt", "wykrycie",
            "検知", "検出", "发现", "检测", "故障发现", "감지", "탐지", "발견", "обнаружение", "как обнаружили", "erkennung und reaktion", "detection de l incident", "como se detecto", "como foi detectado", "come e stato rilevato", "detekcja", "hoe ontdekt",
        ],
        [Kind.Trigger] =
        [
            "trigger", "triggers", "leadup", "lead up", "how did incident begin", "how did the incident begin", "triggering event", "precipitating event",
            "declencheur", "element declencheur", "ausloser", "desencadenante", "detonante", "gatilho", "innesco", "aanleiding", "utlosare",
            "きっかけ", "トリガー", "触发", "触发原因", "诱因", "트리거", "계기", "발단", "триггер", "wyzwalacz", "elemento scatenante", "fattore scatenante", "fait declencheur",
        ],
        [Kind.RootCause] =
        [
            "root cause", "root causes", "root cause analysis", "root cause s", "cause", "causes", "the cause", "rca", "blameless root cause", "proximate cause",
            "root cause and trigger", "root cause and mitigation", "root cause of the outage", "five whys", "five why s", "5 whys", "5 why s",
            "the five whys", "why did it happen", "why did this happen", "how did it happen", "how did this happen", "why it happened", "why it failed", "reason", "reasons",
            "what caused it", "what caused the incident", "cause of the outage", "the error itself", "the bug", "working theory", "exploit path",
            "cause racine", "causes racines", "causes", "analyse des causes", "cause profonde", "origine", "ursache", "ursachen", "grundursache", "ursachenanalyse",
            "causa", "causas", "causa raiz", "causa principal", "analisis de causa raiz", "causa principale", "causa radice", "cause principali",
            "oorzaak", "oorzaken", "grondoorzaak", "orsak", "grundorsak", "rotarsak", "arsag", "juurisyy", "przyczyna", "przyczyny", "przyczyna zrodlowa",
            "根本原因", "原因", "原因分析", "故障原因", "직접 원인", "직접원인", "발생 원인", "원인", "근본 원인", "근본원인", "причина", "причины", "первопричина", "корневая причина", "коренная причина", "анализ причин", "analiza przyczyn", "kernursache", "hauptursache", "cause premiere", "analisi delle cause", "analise de causa raiz",
        ],
        [Kind.ContributingFactors] =
        [
            "contributing factors", "contributing factor", "contributing causes", "contributing conditions", "contributing conditions analysis",
            "contributing factors findings", "process breakdown", "process breakdowns", "process breakdown s", "factors", "findings", "enablers",
            "facteurs contributifs", "facteurs", "beitragende faktoren", "begunstigende faktoren", "factores contribuyentes", "fatores contribuintes",
            "fattori contributivi", "fattori concorrenti", "bijdragende factoren", "bidragande faktorer", "要因", "寄与要因", "影响因素", "促成因素", "기여 요인", "способствующие факторы", "сопутствующие факторы", "czynniki sprzyjajace", "czynniki", "mitwirkende faktoren", "factores que contribuyeron", "causes contributives",
        ],
        [Kind.Resolution] =
        [
            "resolution", "recovery", "mitigation", "mitigations", "mitigation and resolution", "resolution and recovery", "recovery and resolution",
            "remediation and recovery", "response", "response and recovery", "incident response", "fix", "the fix", "fixes", "solution", "solutions", "workaround", "patch",
            "action taken", "actions taken", "how did we fix it", "how we fixed it", "how was it fixed", "how was it resolved", "fixes patches available",
            "resolution steps", "handling", "containment", "immediate actions taken", "repair",
            "retablissement", "remediation et retablissement", "remede", "behebung", "losung", "wiederherstellung",
            "resolucion", "solucion", "recuperacion", "mitigacion", "resolucao", "recuperacao", "solucao", "risoluzione", "ripristino",
            "oplossing", "herstel", "losning", "atgard", "rozwiazanie", "対応", "復旧", "解決", "解决方案", "解决", "处理过程", "恢复", "修复", "应急处理", "解決策", "対応内容", "暫定対応", "恒久対応", "해결", "복구", "조치", "조치 사항", "대응", "решение", "устранение", "восстановление", "naprawa", "usuniecie awarii", "massnahmen zur behebung", "soluzione", "resolution de l incident",
        ],
        [Kind.Timeline] =
        [
            "timeline", "time line", "timelines", "chain of events", "sequence of events", "remediation timeline", "incident timeline", "key events", "key moments",
            "chronology", "chronicle", "event log", "log of events", "incident log", "events", "timeline of events", "follow up timeline",
            "chronologie", "deroulement", "deroule", "ligne de temps", "frise chronologique", "zeitverlauf", "zeitleiste", "zeitachse", "zeitlicher ablauf", "ablauf",
            "verlauf", "chronologischer ablauf", "cronologia", "linea de tiempo", "linea temporal", "linha do tempo", "linea temporale", "tijdlijn", "verloop", "tidslinje",
            "tidslinjen", "aikajana", "os czasu", "przebieg zdarzen", "przebieg", "タイムライン", "時系列", "经过时间线", "时间线", "时间轴", "事件时间线", "処理経過", "経過", "発生から復旧まで", "타임라인", "시간순", "시간대별 경과", "хронология", "хронология событий", "таймлайн", "chronologie des evenements", "cronologia de eventos", "cronologia degli eventi", "linha do tempo do incidente", "chronologia", "kalendarium", "zeitstrahl", "tijdslijn",
        ],
        [Kind.Lessons] =
        [
            "lessons", "lessons learned", "lessons learnt", "learnings", "key learnings", "takeaways", "key takeaways", "what we learned", "what did we learn", "retrospective",
            "what went well", "what went right", "what went wrong", "what went badly", "what went poorly", "what worked", "what worked well", "what did not work",
            "what didnt work", "what didn t work", "what didn t go well", "what didn t go so well", "what did not go well", "what could have gone better",
            "what can be improved", "what could be improved", "what can we improve", "what could we improve", "where we got lucky", "where did we get lucky", "we got lucky", "lucky",
            "how d we do", "how did we do", "why were we surprised", "why surprised", "things that went well", "things that went poorly", "things that went wrong",
            "went well", "could be better", "did well", "conclusion", "conclusions", "reflection", "reflections", "thoughts", "process",
            "what can we learn from this incident and improve", "what weaknesses did we learn about and how can we address them", "what weakness did we learn about and how can we address them", "why it wasn t caught",
            "lecons", "lecons apprises", "lecons tirees", "enseignements", "ce qui a bien fonctionne", "ce qui s est bien passe", "ce qui s est mal passe",
            "lehren", "erkenntnisse", "gelernt", "gelerntes", "lessons learned fazit", "fazit", "was lief gut", "was gut lief", "was lief schlecht", "was schlecht lief", "gluck gehabt",
            "lecciones", "lecciones aprendidas", "que salio bien", "que salio mal", "aprendizajes", "licoes", "licoes aprendidas", "aprendizados", "o que deu certo", "o que deu errado",
            "lezioni", "lezioni apprese", "cosa ha funzionato", "geleerde lessen", "lessen", "wat ging goed", "wat ging fout", "lardomar", "laerdom", "wnioski",
            "教訓", "学び", "经验教训", "教训", "反思", "做得好的", "做得不好的", "幸运之处", "良かった点", "うまくいったこと", "うまくいかなかったこと", "悪かった点", "幸運だった点", "교훈", "배운 점", "잘된 점", "잘한 점", "아쉬운 점", "운이 좋았던 점", "выводы", "уроки", "извлеченные уроки", "что прошло хорошо", "что прошло плохо", "где повезло", "что мы узнали", "co poszlo dobrze", "co poszlo zle", "gdzie mielismy szczescie", "wo wir gluck hatten", "was lief nicht gut", "ou nous avons eu de la chance", "donde tuvimos suerte", "onde tivemos sorte", "cosa e andato bene", "cosa e andato male", "dove siamo stati fortunati", "wat ging er goed", "wat ging er mis", "waar we geluk hadden",
        ],
        [Kind.ActionItems] =
        [
            "action items", "action item", "actions", "action items and followups", "action items and follow ups", "action items followups", "action plan", "action points",
            "follow up", "follow ups", "followups", "followup", "follow up actions", "follow up items", "follow up tasks", "follow up work", "followup actions", "followup items",
            "corrective actions", "corrective action", "corrective and preventative measures", "corrective and preventive measures", "corrective and preventative measure",
            "corrective and preventive actions", "corrective measures", "preventive actions", "preventative actions", "preventive measures", "preventative measures", "prevention",
            "remediation", "remediation items", "remediations", "remediation actions", "recommendations", "recommendation", "next steps", "future work", "future actions", "future measures", "future steps",
            "improvements", "improvement", "planned improvements", "future improvements", "improvements for the future", "todo", "todos", "to do", "to dos", "tasks", "tickets", "backlog", "actionables", "actionable", "review actions",
            "actions following review", "explicit next steps to prevent this from happening again as much as possible with phabricator tasks linked for every step", "looking forward", "going forward", "moving forward", "looking ahead", "what s next", "resulting action", "resulting actions", "security enhancements roadmap",
            "what we re doing about it", "what we are doing about it", "what are we doing about it", "how are we going to do better in the future", "how do we do better in the future",
            "how will we do better in the future", "how are we preventing it from happening again", "how do we prevent this in the future", "preventing recurrence", "prevent recurrence",
            "process improvements", "technical improvements", "documentation improvements", "immediate actions", "short term improvements", "long term improvements", "lessons learned and action items",
            "short term actions", "long term actions",
            "actions de suivi", "actions correctives", "actions a mener", "plan d action", "plan d actions", "prochaines etapes", "suivi", "recommandations",
            "massnahmen", "nachste schritte", "aufgaben", "folgemassnahmen", "korrekturmassnahmen", "vorbeugende massnahmen", "empfehlungen", "offene punkte",
            "acciones", "acciones correctivas", "acciones de seguimiento", "proximos pasos", "plan de accion", "tareas", "recomendaciones", "medidas correctivas", "medidas preventivas",
            "acoes", "acoes corretivas", "itens de acao", "proximos passos", "plano de acao", "recomendacoes",
            "azioni", "azioni correttive", "prossimi passi", "piano d azione", "raccomandazioni", "acties", "actiepunten", "vervolgacties", "vervolgstappen", "aanbevelingen",
            "atgarder", "nasta steg", "tiltak", "opfolgning", "toimenpiteet", "dzialania", "dzialania naprawcze", "zadania", "kolejne kroki",
            "再発防止策", "再発防止", "今後の対応", "アクションアイテム", "改进措施", "后续行动", "行动项", "后续改进", "再発防止対策", "対策", "改善策", "行动计划", "改进计划", "후속 조치", "재발 방지", "재발 방지 대책", "재발방지대책", "액션 아이템", "향후 계획", "개선 사항", "меры", "корректирующие действия", "дальнейшие действия", "план мероприятий", "nastepne kroki", "plan dzialan", "dzialania korygujace", "massnahmenplan", "folgeaktionen", "actions preventives", "mesures correctives", "acciones preventivas", "acoes preventivas", "azioni da intraprendere", "preventieve maatregelen", "correctieve acties", "план действий", "задачи", "дальнейшие шаги",
        ],
        [Kind.People] =
        [
            "responders", "attendees", "atendees", "participants", "people", "people involved", "names of people involved", "author", "authors", "author s", "owner", "owners",
            "postmortem owner", "incident commander", "incident team", "response team", "key roles", "roles", "who was involved", "contributors", "reviewers",
            "auteur", "auteurs", "intervenants", "equipe", "beteiligte", "teilnehmer", "autor", "autoren", "participantes", "autores", "partecipanti", "autori", "deelnemers", "betrokkenen", "auteurs",
            "参加者", "関係者", "作成者", "参与者", "负责人", "참여자", "담당자", "작성자", "участники", "авторы", "ответственные", "uczestnicy", "autorzy",
        ],
        [Kind.Services] = ["services", "affected services", "service", "systems", "impacted services", "services affectes", "betroffene dienste", "servicios afectados", "servicos afetados", "getroffen diensten"],
        [Kind.Facts] = ["stats", "metadata", "status", "facts", "key facts", "info", "information", "incident info", "incident information", "severity", "date", "duration", "metrics", "statistics", "level", "ticket"],
        [Kind.Supporting] =
        [
            "supporting information", "supporting data", "references", "reference", "links", "related links", "related issues prs", "related items", "appendix", "apendix", "appendices", "documents", "documentation",
            "logs", "log", "glossary", "resources", "related", "screenshots", "graphs", "images", "further reading", "additional information", "relevant commit history",
            "references et liens", "annexe", "annexes", "anhang", "verweise", "referenzen", "anexo", "anexos", "referencias", "allegati", "riferimenti", "bijlage", "bijlagen", "参考", "附录", "приложение", "ссылки",
        ],
    });

    /// <summary>Phrases that settle the meaning of a longer heading, the more telling first.</summary>
    public static readonly IReadOnlyList<(string Phrase, Kind Kind)> Within =
    [
        ("action item", Kind.ActionItems), ("follow up task", Kind.ActionItems), ("corrective action", Kind.ActionItems), ("next steps", Kind.ActionItems),
        ("timeline", Kind.Timeline), ("chronology", Kind.Timeline), ("chronologie", Kind.Timeline), ("zeitleiste", Kind.Timeline), ("linea de tiempo", Kind.Timeline), ("linha do tempo", Kind.Timeline), ("tijdlijn", Kind.Timeline),
        ("root cause", Kind.RootCause), ("five whys", Kind.RootCause), ("5 whys", Kind.RootCause), ("cause racine", Kind.RootCause), ("causa raiz", Kind.RootCause),
        ("contributing factor", Kind.ContributingFactors), ("contributing cause", Kind.ContributingFactors),
        ("analyzing what", Kind.RootCause), ("analysing what", Kind.RootCause),
        ("lessons learn", Kind.Lessons), ("what went", Kind.Lessons), ("went well", Kind.Lessons), ("went wrong", Kind.Lessons), ("got lucky", Kind.Lessons), ("what we learned", Kind.Lessons),
        ("prevent this", Kind.ActionItems), ("prevent it from", Kind.ActionItems), ("in the future", Kind.ActionItems), ("happening again", Kind.ActionItems), ("do better", Kind.ActionItems),
        ("what happened", Kind.Narrative), ("impact on", Kind.Impact), ("customer impact", Kind.Impact), ("user impact", Kind.Impact), ("how did we fix", Kind.Resolution), ("executive summary", Kind.Summary),
        ("appendix", Kind.Supporting),
    ];

    /// <summary>Titles that name the kind of document and nothing of the incident.</summary>
    public static readonly IReadOnlySet<string> EmptyTitles = new HashSet<string>
    {
        "postmortem", "post mortem", "incident report", "incident", "incident postmortem", "incident review", "postmortem report", "post mortem report", "issue name", "title",
        "report", "retrospective", "rca", "root cause analysis", "post incident review", "post incident report", "incident summary", "postmortem summary", "template", "postmortem template", "incident title",
        "rapport d incident", "vorfallbericht", "informe de incidente", "relatorio de incidente", "rapporto incidente", "incidentrapport",
    };

    private static Dictionary<string, Kind> Flatten(Dictionary<Kind, string[]> spellings)
    {
        var whole = new Dictionary<string, Kind>();

        foreach (var (kind, words) in spellings)
        {
            foreach (var word in words)
            {
                whole.TryAdd(word, kind);
            }
        }

        return whole;
    }
}
