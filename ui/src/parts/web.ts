/** An address that a link may go out to: one of the web. What stands in a mission file may be anything. */
export const web = (url: string | undefined): string | undefined => (url && /^https?:\/\//i.test(url) ? url : undefined);
