import { html } from 'hono/html';
import type { Org, User } from '../world/types';
import type { AuthorizationRequest, Refusal } from './authorization-request';

const styles = html`<style>
  body {
    margin: 0;
    min-height: 100vh;
    display: grid;
    place-items: center;
    background: #f3f5f9;
    color: #1d2433;
    font:
      15px/1.5 system-ui,
      sans-serif;
  }
  main {
    box-sizing: border-box;
    width: min(420px, calc(100vw - 32px));
    margin: 24px 0;
    padding: 32px;
    background: #fff;
    border: 1px solid #dfe4ee;
    border-radius: 12px;
    box-shadow: 0 6px 24px #1d243314;
  }
  h1 {
    margin: 0 0 4px;
    font-size: 21px;
  }
  p {
    margin: 0 0 20px;
    color: #5a6377;
  }
  label.field {
    display: block;
    margin-bottom: 16px;
    font-weight: 600;
  }
  label.field input {
    box-sizing: border-box;
    width: 100%;
    margin-top: 4px;
    padding: 10px 12px;
    font: inherit;
    border: 1px solid #b9c2d3;
    border-radius: 8px;
  }
  fieldset {
    margin: 0 0 20px;
    padding: 12px 16px;
    border: 1px solid #dfe4ee;
    border-radius: 8px;
  }
  legend {
    padding: 0 6px;
    font-weight: 600;
  }
  label.choice {
    display: block;
    padding: 4px 0;
  }
  ul {
    margin: 0 0 20px;
    padding-left: 20px;
    overflow-wrap: anywhere;
  }
  .alert {
    padding: 10px 12px;
    border-radius: 8px;
    background: #fdecec;
    color: #93201d;
  }
  .actions {
    display: flex;
    gap: 12px;
    margin-top: 20px;
  }
  button {
    flex: 1;
    padding: 10px 16px;
    font: inherit;
    font-weight: 600;
    border: 1px solid #b9c2d3;
    border-radius: 8px;
    background: #fff;
    color: inherit;
    cursor: pointer;
  }
  button.main {
    border-color: #1a66d9;
    background: #1a66d9;
    color: #fff;
  }
  :focus-visible {
    outline: 3px solid #7fb2ff;
    outline-offset: 1px;
  }
  footer {
    margin-top: 20px;
    color: #5a6377;
    font-size: 13px;
  }
</style>`;

type Html = ReturnType<typeof html>;

const page = (title: string, body: Html) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        ${styles}
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;

/** `continueTo` is the page to go on to after signing in: a path of this server. */
export function signInPage(host: string, continueTo: string, failure?: string): Html {
  return page(
    'Sign in',
    html`<h1>Sign in</h1>
      <p>to continue at ${host}</p>
      ${failure ? html`<p class="alert" role="alert">${failure}</p>` : ''}
      <form method="post" action="/signin">
        <input type="hidden" name="serviceurl" value="${continueTo}" />
        <label class="field"
          >Email <input name="email" type="email" autocomplete="username" required autofocus
        /></label>
        <label class="field"
          >Password <input name="password" type="password" autocomplete="current-password" required
        /></label>
        <div class="actions"><button class="main">Sign in</button></div>
      </form>`,
  );
}

export function consentPage(
  { client, scopes, responseType }: AuthorizationRequest,
  user: User,
  orgs: readonly Org[],
  action: string,
  failure?: string,
): Html {
  const choice =
    orgs.length < 2
      ? ''
      : html`<fieldset>
          <legend>Choose an organization</legend>
          ${orgs.map(
            (org) =>
              html`<label class="choice">
                <input type="radio" name="org" value="${org.zgid}" required /> ${org.companyName}</label
              >`,
          )}
        </fieldset>`;
  const forSession =
    responseType === 'token'
      ? html`<label class="choice"
          ><input type="checkbox" name="for_session" value="true" checked /> Grant access for the entire
          session</label
        >`
      : '';
  return page(
    'Allow access',
    html`<h1>${client.name}</h1>
      <p>would like to access the following information of your Bigin account.</p>
      ${failure ? html`<p class="alert" role="alert">${failure}</p>` : ''}
      <ul>
        ${scopes.map((scope) => html`<li>${scope}</li>`)}
      </ul>
      <form method="post" action="${action}">
        ${choice} ${forSession}
        <div class="actions">
          <button class="main" name="decision" value="accept">Accept</button>
          <button name="decision" value="reject" formnovalidate>Reject</button>
        </div>
      </form>
      <footer>
        Signed in as ${user.name} (${user.email}).
        <a href="/logout?serviceurl=${encodeURIComponent(action)}">Use another account</a>
      </footer>`,
  );
}

export function errorPage({ title, reason }: Refusal): Html {
  return page(
    title,
    html`<h1>Error occurred</h1>
      <p class="alert" role="alert">${title}: ${reason}</p>`,
  );
}
