// Which addresses may become a link?

/** A catalogue may hold anything: only an address of the web becomes a link. */
export function isWebAddress(address: string | null | undefined): address is string {
  return /^https?:\/\//i.test(address ?? "");
}

/** The name of the site at an address of the web, as one says it: "kring.example.org". */
export function siteOf(address: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(address)?.[1] ?? address;
}
