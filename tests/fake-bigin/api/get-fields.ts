import { isModuleName, modules } from '../world/modules';
import { requireScope } from './authorization';
import { charge, ok, type Endpoint } from './call';
import { ApiError, missingParameter } from './error';

/** `GET /settings/fields?module=` */
export const getFields: Endpoint = {
  method: 'GET',
  path: '/settings/fields',
  handle(call) {
    const { org, token, query } = call;
    requireScope(token, 'settings.fields', ['READ']);
    const name = query.get('module');
    if (!name) throw missingParameter('module');
    if (!isModuleName(name)) {
      throw new ApiError(400, 'INVALID_MODULE', 'The module name given seems to be invalid');
    }
    charge(call, 1);
    const { nameField, fields, lookups } = modules[name];
    return ok({
      fields: [
        ...[nameField, ...fields].map((field, index) =>
          describe(`${org.idPrefix}125${String(index).padStart(3, '0')}`, field, {
            data_type: lookups[field] ? 'lookup' : 'text',
            json_type: lookups[field] ? 'jsonobject' : 'string',
            length: 255,
            display_field: field === nameField,
            sortable: true,
            mass_update: true,
          }),
        ),
        describe(`${org.idPrefix}125051`, 'Tag', {
          data_type: 'text',
          json_type: 'jsonarray',
          length: 2000,
          display_field: false,
          sortable: false,
          mass_update: false,
        }),
      ],
    });
  },
};

interface Kind {
  data_type: string;
  json_type: string;
  length: number;
  display_field: boolean;
  sortable: boolean;
  mass_update: boolean;
}

function describe(id: string, field: string, kind: Kind): object {
  const label = field.replaceAll('_', ' ');
  const editable = field !== 'Tag';
  return {
    id,
    api_name: field,
    field_label: label,
    display_label: label,
    type: 'used',
    decimal_place: null,
    system_mandatory: false,
    field_read_only: false,
    read_only: false,
    custom_field: false,
    virtual_field: false,
    visible: true,
    filterable: true,
    searchable: true,
    webhook: true,
    ui_type: editable ? 1 : 209,
    view_type: { view: true, edit: editable, create: editable, quick_create: false },
    ...kind,
  };
}
