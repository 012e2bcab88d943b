/** Written by build.mjs: every controller that stands beside a component, by its Stimulus name. */
declare module "controllers" {
  import type { ControllerConstructor } from "@hotwired/stimulus";
  export const controllers: Record<string, ControllerConstructor>;
}

declare module "@hotwired/turbo" {
  export function visit(location: string | URL, options?: { action?: "advance" | "replace" | "restore"; frame?: string }): void;
  export function morphTurboFrameElements(current: HTMLElement, next: HTMLElement): void;
  export const config: {
    drive: { enabled: boolean | "optin"; progressBarDelay: number };
    forms: { confirm: (question: string, form: HTMLFormElement, submitter: HTMLElement | null) => boolean | Promise<boolean> };
  };
}

declare module "turndown" {
  export default class Turndown {
    constructor(options: { headingStyle: "atx"; bulletListMarker: "-"; codeBlockStyle: "fenced"; emDelimiter: "*"; hr: string; br: string });
    escape(text: string): string;
    addRule(name: string, rule: { filter: string | string[] | ((node: HTMLElement) => boolean); replacement: (content: string, node: Node) => string }): this;
    turndown(html: string | HTMLElement): string;
  }
}
