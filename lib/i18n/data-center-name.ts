import { dataCenters, type DataCenterId } from '@/lib/bigin/data-centers';
import { locale, translate } from './translate';

const countryNames = new Intl.DisplayNames(locale, { type: 'region' });

/** What the user calls a data center. */
export function dataCenterName(id: DataCenterId): string {
  const { country } = dataCenters[id];
  return country ? (countryNames.of(country) ?? country) : translate('dataCenter.europe');
}
