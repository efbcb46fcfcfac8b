import { rebuildFirefox } from './packages/rebuild-firefox';
import { readZip, writeZip } from './packages/zip-files';
import { packagePaths } from './packages/package-paths';
const f = await readZip(packagePaths.firefox);
f.set('icon/16.png', Buffer.from('x'));
f.delete('icon/32.png');
f.set('extra.js', Buffer.from('1'));
await writeZip(packagePaths.firefox, f);
console.log('FOUND', await rebuildFirefox());
