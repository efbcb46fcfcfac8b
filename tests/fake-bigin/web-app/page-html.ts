import { html, raw } from 'hono/html';
import { moduleNames } from '../world/modules';
import type { Org } from '../world/types';
import type { Boot } from './wire/messages';

export function pageHtml(org: Org) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${org.companyName}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/bigin/_static/app.css" />
        <script type="application/json" id="boot">
          ${raw(jsonForScript(bootOf(org)))}
        </script>
        <script type="module" src="/bigin/_static/app.js"></script>
      </head>
      <body></body>
    </html>`;
}

export function notFoundHtml() {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Page not found</title>
      </head>
      <body>
        <h1>Page not found</h1>
        <p>There is no such page, or you are not a member of this organization.</p>
      </body>
    </html>`;
}

function bootOf(org: Org): Boot {
  return {
    zgid: org.zgid,
    companyName: org.companyName,
    dataCenter: org.dataCenter,
    plan: org.plan,
    users: org.users,
    modules: moduleNames
      .filter((name) => !org.forbiddenModules.has(name))
      .map((name) => ({ name, own: org.labels[name] ?? null })),
  };
}

/** A name such as `</script>` must not end the element that carries it. */
function jsonForScript(value: Boot): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
