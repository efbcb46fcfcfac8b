/** The address of a page of Bigin's web app; `route` is what stands behind the `#`. */
export function biginUrl(zgid: string, route: string, host = 'bigin.zoho.com'): string {
  return `https://${host}/bigin/org${zgid}/Home#${route}`;
}

/** The fake's US organization, whose first contacts are known. */
export const zylker = '942010964';
