import * as Turbo from "@hotwired/turbo";
import { Application } from "@hotwired/stimulus";
import { controllers } from "controllers";
import { ask } from "../Shell/ask";
import { keepTyping } from "./keepTyping";
import { tellWhenUnreachable } from "./unreachable";

Turbo.config.forms.confirm = (question, form, submitter) => ask(question, submitter ?? form);
keepTyping();
tellWhenUnreachable();

const application = Application.start();
for (const [name, controller] of Object.entries(controllers)) {
  application.register(name, controller);
}

document.documentElement.dataset.scripts = "";
