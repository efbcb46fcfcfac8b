import { defineConfig } from 'wxt';
import { serverPatterns, webAppPatterns } from './lib/bigin/data-centers';
import { contentSecurityPolicy } from './scripts/content-security-policy';
import { languageFiles } from './scripts/languages/language-files';
import { noHtmlFromStrings } from './scripts/no-html-from-strings';
import { oxcMinification } from './scripts/oxc-minification';
import { licenseFile } from './scripts/packages/license-file';
import { repack } from './scripts/packages/repack';
import { addedToSources, sourceFiles } from './scripts/packages/source-package';
import { pageChunks } from './scripts/page-chunks';
import { onlyShippedPackages } from './scripts/shipped-packages';
import { styleOrder } from './scripts/style-order';

/**
 * The public half of a key whose private half nobody needs: it gives development builds one extension id,
 * and so one redirect URI, on every machine. The stores set their own.
 */
const developmentKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqxNffj/taa5wjOlgWwzynFANX7QLEV3xr+2/V3lhKAaZfKZIM5FU1wN3pDTNiwP9GnX37azrFLRB+yRujax9tQgiq/mDCP/qFcwcB8Zwhnej5hBp1DmLR2jBqwzEgLNyK0/vekazZb7ghg+rxZttGoCJyxkinrRG5W2NmmypnrFSLRmPvEYp+QlfQEox2pmtFI4OMmhWGDomSELzi+TD+ffVHlKakVpv9ACI37A+5/DbSVpyDT5r8A/JvrElf31F1Ct7/OV6fasNZOoJj/E/ayL9imI/r/oOh9trJJJWlKM7eJ3x0VSsU5otYzET1n5zEd2RJgLEbuijor5kuaLjgwIDAQAB';

export default defineConfig({
  // Firefox too: its own default is still version 2.
  manifestVersion: 3,
  modules: ['@wxt-dev/module-react'],
  // Every file says itself what it imports; guessed imports took files of other pages along.
  imports: false,
  hooks: {
    'entrypoints:resolved'(_wxt, entrypoints) {
      // A page of ours: WXT takes the name for one that stands in for the browser's own history.
      for (const entrypoint of entrypoints) {
        if (entrypoint.type === 'history') entrypoint.type = 'unlisted-page';
      }
    },
    'build:publicAssets': (_, files) => void files.push(...languageFiles(), licenseFile()),
    'prepare:publicPaths': (_, paths) =>
      void paths.push(...languageFiles().map(({ relativeDest }) => relativeDest)),
    'zip:extension:done': (_, zip) => repack(zip),
    'zip:sources:done': (_, zip) => repack(zip, addedToSources()),
  },
  // What is named, and nothing else: `npm run zip` is what a maintainer runs beside keys and notes.
  zip: { excludeSources: ['**/*'], includeSources: sourceFiles },
  vite: () => ({
    plugins: [noHtmlFromStrings(), onlyShippedPackages(), pageChunks(), oxcMinification(), styleOrder()],
    build: {
      // The oldest browsers that the manifests name have all of it: nothing is rewritten for older ones.
      target: 'es2023',
      // Before oxc's minifier; beside esbuild's it spares the popup 3 kB gzipped and the worker 2.
      minify: 'terser',
      terserOptions: { compress: { passes: 3 }, mangle: false },
      // What CommonJS packages (React) export and nobody imports goes.
      commonjsOptions: { strictRequires: false },
      // A page's own files are asked for at once, and not each when one that needs it has come.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
      },
      rollupOptions: {
        onwarn(warning, warn) {
          // zod's own comments, which only cost a little tree shaking.
          if (warning.code !== 'INVALID_ANNOTATION') warn(warning);
        },
      },
    },
  }),
  manifest: ({ browser, mode, command }) => ({
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    default_locale: 'en',
    // Of the side panel's permission, WXT takes care: browsers ask the user nothing for it.
    permissions: ['storage', 'identity', 'scripting', 'contextMenus', 'alarms'],
    // Asked for when it is first of use.
    optional_permissions: ['notifications'],
    host_permissions: [...webAppPatterns, ...serverPatterns],
    // The server of `npm run dev` needs scripts and connections of its own.
    ...(command !== 'serve' && {
      content_security_policy: { extension_pages: contentSecurityPolicy },
    }),
    // With Alt on a Mac, letters type other letters.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+U', mac: 'MacCtrl+Shift+U' } },
      'repeat-removal': {
        suggested_key: { default: 'Alt+Shift+Y', mac: 'MacCtrl+Shift+Y' },
        description: '__MSG_command_repeat__',
      },
    },
    ...(browser !== 'firefox' && mode === 'development' && { key: developmentKey }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'untag-for-bigin@untag.example',
          // The first where Firefox for Android, too, knows the next key: Mozilla's linter looks at both.
          strict_min_version: '142.0',
          // Mozilla counts whatever leaves the browser: record ids and tag names of the page and Zoho's tokens go to Zoho.
          data_collection_permissions: { required: ['authenticationInfo', 'websiteContent'] },
        },
      },
    }),
    ...(browser !== 'firefox' && { minimum_chrome_version: '126' }),
  }),
});
