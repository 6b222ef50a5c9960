// Leaves out of the sheets what GOV.UK Frontend offers and no page of ours uses.
// A test reads every template and script and says which name must come off this list once it is used.
const unused = [
  "govuk-back-link--inverse",
  "govuk-body",
  "govuk-breadcrumbs--collapse-on-mobile",
  "govuk-breadcrumbs--inverse",
  "govuk-button__start-icon",
  "govuk-caption",
  "govuk-checkboxes__divider",
  "govuk-drop-zone",
  "govuk-fieldset__heading",
  "govuk-file-upload-button",
  "govuk-file-upload-wrapper",
  "govuk-frontend-supported",
  "govuk-heading",
  "govuk-input--extra-letter-spacing",
  "govuk-label-wrapper",
  "govuk-link--inverse",
  "govuk-link--muted",
  "govuk-link--no-underline",
  "govuk-link--no-visited-state",
  "govuk-link--text-colour",
  "govuk-link-image",
  "govuk-list--number",
  "govuk-list--spaced",
  "govuk-radios--small",
  "govuk-radios__conditional",
  "govuk-radios__divider",
  "govuk-skip-link-focused-element",
  "govuk-tag",
  "govuk-task-list__status--cannot-start-yet",
  "govuk-visually-hidden-focusable",
];
const isUnused = new RegExp(`\\.(?:${unused.join("|")})(?![a-z0-9])`);
const negated = /:not\([^()]*\)/g;

/** Returns the sheet, as Sass compresses it, without the rules of classes that no page has. */
export function withoutUnused(css) {
  return blocks(css).map(kept).join("");
}

function kept({ head, body }) {
  if (body === undefined) return head;
  if (/^@(media|supports)/.test(head)) {
    const inner = withoutUnused(body);
    return inner && `${head}{${inner}}`;
  }
  if (head.startsWith("@")) return `${head}{${body}}`;
  const selectors = apart(head).filter((selector) => !isUnused.test(selector.replace(negated, "")));
  return selectors.length ? `${selectors.join(",")}{${body}}` : "";
}

/** The sheet's rules one by one; what has no braces (`@charset "UTF-8";`) has no body. */
function blocks(css) {
  const found = [];
  for (let at = 0; at < css.length; ) {
    const end = css.slice(at).search(/[{;]/);
    if (end < 0) return [...found, { head: css.slice(at) }];
    const head = css.slice(at, at + end);
    at += end + 1;
    if (css[at - 1] === ";") {
      found.push({ head: `${head};` });
      continue;
    }
    const start = at;
    for (let depth = 1; depth > 0; at++) depth += (css[at] === "{") - (css[at] === "}");
    found.push({ head, body: css.slice(start, at - 1) });
  }
  return found;
}

/** The selectors of a rule: commas inside brackets part nothing. */
function apart(head) {
  const pieces = head.split(",");
  const whole = [];
  for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) {
    while (pieces.length && piece.split("(").length > piece.split(")").length) piece += `,${pieces.shift()}`;
    whole.push(piece);
  }
  return whole;
}
