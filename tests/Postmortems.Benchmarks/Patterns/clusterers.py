#!/usr/bin/python3
"""Groups the same statements with each clusterer of scikit-learn that can run at this size, at its best parameter.

usage: clusterers.py STATEMENTS.jsonl [ONLY]      lines {"id", "text", "pattern"}; pattern is a number or null
Prints one JSON object a clusterer: name, parameter, CPU seconds with TF-IDF, peak megabytes, B-cubed F1. The parameter
is the one with the best F1, which a user could not know. Each runs in a process of its own, on one core.
"""
import json, os, resource, subprocess, sys, time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"


def b_cubed(found, gold):
    from collections import Counter
    both, groups, patterns = Counter(zip(found, gold)), Counter(found), Counter(gold)
    pairs = list(zip(found, gold))
    precision = sum(both[p] / groups[p[0]] for p in pairs) / len(pairs)
    recall = sum(both[p] / patterns[p[1]] for p in pairs) / len(pairs)
    return 2 * precision * recall / (precision + recall)


def run(path, name, parameter):
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    gold = [r["pattern"] if r["pattern"] is not None else r["id"] for r in rows]
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn import cluster
    from sklearn.decomposition import TruncatedSVD
    from sklearn.preprocessing import normalize
    began = time.process_time()
    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True, dtype="float32").fit_transform(r["text"] for r in rows)
    dense = lambda: normalize(TruncatedSVD(50, random_state=1).fit_transform(vectors))
    found = {
        "MiniBatchKMeans": lambda: cluster.MiniBatchKMeans(parameter, n_init=1, batch_size=4096, max_iter=5, random_state=1).fit_predict(vectors),
        "Birch": lambda: cluster.Birch(threshold=parameter, n_clusters=None).fit_predict(dense()),
        "DBSCAN": lambda: cluster.DBSCAN(eps=parameter, min_samples=3, metric="cosine").fit_predict(vectors),
        "KMeans": lambda: cluster.KMeans(parameter, n_init=1, max_iter=10, algorithm="lloyd", random_state=1).fit_predict(vectors),
    }[name]()
    seconds = time.process_time() - began
    alone = [f if f >= 0 else f"alone {i}" for i, f in enumerate(found)]
    print(json.dumps({"name": name, "parameter": parameter, "seconds": round(seconds, 2),
                      "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "f1": round(b_cubed(alone, gold), 3)}))


TRIED = {"MiniBatchKMeans": [100, 400, 1000], "Birch": [0.5, 0.7], "KMeans": [400], "DBSCAN": [0.3, 0.5]}
LONGEST = 180


def main(argv):
    if len(argv) == 4:
        parameter = float(argv[3])
        return run(argv[1], argv[2], int(parameter) if parameter == int(parameter) else parameter)
    for name, parameters in TRIED.items():
        if len(argv) > 2 and name != argv[2]:
            continue
        best = None
        for parameter in parameters:
            try:
                done = subprocess.run([sys.executable, argv[0], argv[1], name, str(parameter)], capture_output=True, text=True, timeout=LONGEST)
            except subprocess.TimeoutExpired:
                continue
            if done.returncode == 0:
                row = json.loads(done.stdout)
                best = row if best is None or row["f1"] > best["f1"] else best
        print(json.dumps(best or {"name": name, "failed": f"not done within {LONGEST} s or the memory there is"}), flush=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv)
