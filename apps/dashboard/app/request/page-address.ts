/** The router's own fetches ask for a page's data at "<path>.data", and for that of a path with a slash at "<path>_.data". */
export function isRouterFetch(request: Request): boolean {
  return new URL(request.url).pathname.endsWith(".data");
}

/** The address of the page a request is about, as a person would open it. */
export function pageAddress(request: Request): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete("_routes");
  const path = pathname.replace(/(?:(?<=\/)_)?\.data$/, "");
  return searchParams.size > 0 ? `${path}?${searchParams}` : path;
}
