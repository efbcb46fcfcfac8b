import { requireScope } from './authorization';
import { charge, ok, type Endpoint } from './call';

/** `GET /org`: whose token is this? */
export const getOrg: Endpoint = {
  method: 'GET',
  path: '/org',
  handle(call) {
    const { org, token, parts } = call;
    requireScope(token, 'org', ['READ']);
    charge(call, 1);
    const primary = parts.world.users.find(({ orgs }) => orgs.includes(org.zgid));
    return ok({
      org: [
        {
          country: null,
          hierarchy_preferences: { type: 'Role_Hierarchy' },
          photo_id: null,
          mc_status: false,
          domain_name: `org${org.zgid}`,
          currency: 'US Dollar - USD',
          deletable_org_account: true,
          id: org.id,
          employee_count: null,
          currency_symbol: '$',
          currency_locale: 'USD',
          primary_zuid: '924194079',
          time_zone: 'Africa/Nairobi',
          zgid: org.zgid,
          country_code: org.dataCenter.toUpperCase(),
          license_details: {
            paid_expiry: null,
            users_license_purchased: org.users,
            trial_type: `bigin${org.plan}`,
            trial_expiry: '2026-10-22T03:21:25+03:00',
            paid: org.plan !== 'free',
            paid_type: org.plan,
            portal_users_license_purchased: 0,
          },
          phone: '+15550100',
          company_name: org.companyName,
          privacy_settings: false,
          primary_email: primary?.email ?? '',
          iso_code: 'USD',
        },
      ],
    });
  },
};
