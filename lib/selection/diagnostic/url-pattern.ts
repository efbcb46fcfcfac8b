import { dataCenterOfWebHost } from '@/lib/bigin/data-centers';
import { moduleOfWord } from '@/lib/bigin/modules';
import { digits } from './name-pattern';

/** Words of the web app's addresses (source: public code that drives the app). */
const routeWords =
  /^(?:bigin|crm|tab|Home|kanban|activities|search|settings|cvid|section|TODO|page|view|word)$/;

/** An address with its structure alone: hosts that are not Bigin's, words and digits are named by their kind. */
export function urlPattern(url: string): string {
  const [, scheme = '', host, rest = ''] = /^([^:/?#]+:)?(?:\/\/([^/?#]*))?(.*)$/s.exec(url) ?? [];
  if (scheme && !/^https?:$/i.test(scheme))
    return /^(?:mailto|tel|javascript):$/i.test(scheme) ? scheme : '<word>:';
  const origin = host === undefined ? '' : `//${dataCenterOfWebHost(host) ? host : '<host>'}`;
  return scheme + origin + rest.replaceAll(/[^/?#&=]+/g, routePart);
}

function routePart(part: string): string {
  if (/^(?:org)?\d+$/.test(part)) return part.replace(/\d+/, digits);
  return routeWords.test(part) || moduleOfWord(part) ? part : '<word>';
}
