import { dataCenters, type DataCenterId } from '@/lib/bigin/data-centers';
import { perLanguage } from './formatters';
import { translate } from './translate';

const countryNames = perLanguage((language) => new Intl.DisplayNames(language, { type: 'region' }));

/** What the user calls a data center. */
export function dataCenterName(id: DataCenterId): string {
  const { country } = dataCenters[id];
  return country ? (countryNames().of(country) ?? country) : translate('dataCenter.europe');
}
