/** Bigin's word for an id that it does not have (source: CRM's API description). */
export const goneCode = 'INVALID_DATA';
