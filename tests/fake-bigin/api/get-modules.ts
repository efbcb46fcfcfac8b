import { requireScope } from './authorization';
import { charge, ok, type Endpoint } from './call';
import { moduleNames, modules } from '../world/modules';

/** `GET /settings/modules`: with the org's own words for each. */
export const getModules: Endpoint = {
  method: 'GET',
  path: '/settings/modules',
  handle(call) {
    const { org, token } = call;
    requireScope(token, 'settings.modules', ['READ']);
    charge(call, 1);
    return ok({
      modules: moduleNames.map((name, index) => {
        const { singular, plural } = org.labels[name] ?? modules[name];
        return {
          has_more_profiles: false,
          access_type: 'org_based',
          private_profile: null,
          global_search_supported: true,
          deletable: true,
          description: null,
          creatable: true,
          modified_time: '2026-10-07T03:22:32+03:00',
          plural_label: plural,
          presence_sub_menu: true,
          actual_plural_label: modules[name].plural,
          triggers_supported: true,
          id: `${org.idPrefix}00${String(2171 + index)}`,
          visible: true,
          visibility: 1,
          editable: true,
          actual_singular_label: modules[name].singular,
          profiles: [
            { name: 'Administrator', id: `${org.idPrefix}026011` },
            { name: 'Standard', id: `${org.idPrefix}026014` },
          ],
          show_as_tab: true,
          web_link: null,
          sequence_number: index + 1,
          singular_label: singular,
          viewable: !org.forbiddenModules.has(name),
          api_supported: true,
          api_name: name,
          quick_create: true,
          generated_type: 'default',
          arguments: [],
          module_name: name,
          parent_module: {},
        };
      }),
    });
  },
};
