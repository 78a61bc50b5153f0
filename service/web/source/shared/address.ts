// Which addresses may become a link?

/** A catalogue may hold anything: only an address of the web becomes a link. */
export function isWebAddress(address: string | null | undefined): address is string {
  return /^https?:\/\//i.test(address ?? "");
}
