/** Written by build.mjs: every controller that stands beside a component, by its Stimulus name. */
declare module "controllers" {
  import type { ControllerConstructor } from "@hotwired/stimulus";
  export const controllers: Record<string, ControllerConstructor>;
}

declare module "@hotwired/turbo" {
  export function visit(location: string | URL, options?: { action?: "advance" | "replace" | "restore"; frame?: string }): void;
  export const config: {
    drive: { enabled: boolean | "optin"; progressBarDelay: number };
    forms: { confirm: (question: string, form: HTMLFormElement, submitter: HTMLElement | null) => boolean | Promise<boolean> };
  };
}
