// A page of ours, read as data.

/** Parses the page without its own styles: their nonce is another page's, so the policy would complain of them. */
export function parsePage(html: string): Document {
  return new DOMParser().parseFromString(html.replace(/<style\b[^>]*>[^<]*<\/style>/gi, ""), "text/html");
}
