import { browser, type Browser } from 'wxt/browser';

/** The pages of ours that follow this one now: see `followPage`. */
export function welcomeFollowers(): ReadonlySet<Browser.runtime.Port> {
  const followers = new Set<Browser.runtime.Port>();
  browser.runtime.onConnect.addListener((port) => {
    port.onDisconnect.addListener(() => followers.delete(port));
    followers.add(port);
  });
  return followers;
}
