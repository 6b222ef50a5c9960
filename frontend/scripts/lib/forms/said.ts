// What somebody has put into a form's fields, by name and in order.
export type Said = Record<string, string[]>;

/** As much of a field as matters here. */
export interface Field {
  name: string;
  type: string;
  value: string;
  checked?: boolean;
  defaultValue?: string;
  defaultChecked?: boolean;
  options?: ArrayLike<{ value: string; defaultSelected: boolean }>;
}

const notTyped = new Set(["hidden", "file", "password", "submit", "button", "reset", "fieldset", "output"]);

export function typedInto(fields: Iterable<Field>): Field[] {
  return [...fields].filter((field) => field.name && !notTyped.has(field.type));
}

function isChoice(field: Field): boolean {
  return field.type === "radio" || field.type === "checkbox";
}

/** What the fields say now; or, of `asSent`, what they said when the page came. */
export function said(fields: Field[], asSent = false): Said {
  const all: Said = {};
  for (const field of fields) {
    const values = (all[field.name] ??= []);
    if (!isChoice(field)) values.push(asSent ? sentValue(field) : field.value);
    else if (asSent ? field.defaultChecked : field.checked) values.push(field.value);
  }
  return all;
}

function sentValue(field: Field): string {
  if (!field.options) return field.defaultValue ?? "";
  const options = [...Array.from(field.options)];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? "";
}

/** Puts it back. Returns the fields that say something else now. */
export function putBack(fields: Field[], all: Said): Field[] {
  const seen: Record<string, number> = {};
  const changed: Field[] = [];
  for (const field of fields) {
    const values = all[field.name];
    if (!values) continue;
    if (isChoice(field)) {
      const isChosen = values.includes(field.value);
      if (field.checked !== isChosen) changed.push(field);
      field.checked = isChosen;
    } else {
      const place = (seen[field.name] = (seen[field.name] ?? -1) + 1);
      const value = values[place];
      if (value === undefined || value === field.value) continue;
      field.value = value;
      changed.push(field);
    }
  }
  return changed;
}

export function isSame(one: Said, other: Said): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
