import { readFileSync, readdirSync, existsSync } from 'fs'; import { gzipSync } from 'zlib';
import { TraceMap, eachMapping } from '@jridgewell/trace-mapping';
function split(file, group) {
  const code = readFileSync(file,'utf8'); const map = new TraceMap(readFileSync(file+'.map','utf8'));
  const lines = code.split('\n'); const starts=[0]; for (const l of lines) starts.push(starts.at(-1)+l.length+1);
  const ms=[]; eachMapping(map, m=>ms.push([starts[m.generatedLine-1]+m.generatedColumn, m.source]));
  ms.sort((a,b)=>a[0]-b[0]); const out={};
  for (let i=0;i<ms.length;i++){ const s=ms[i][1]; const t=code.slice(ms[i][0], ms[i+1]?.[0] ?? code.length); if(!s) continue; const g=group(s); out[g]=(out[g]??'')+t; }
  return out;
}
const pkg = s => { const m=/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(s); return m?m[1]:undefined; };
const show = (o)=>Object.entries(o).map(([k,v])=>[k,gzipSync(v).length]).sort((a,b)=>b[1]-a[1]).forEach(([k,n])=>console.log(k.padEnd(36),(n/1000).toFixed(1)));
console.log('BACKGROUND');
show(split('.output/chrome-mv3/background.js', s=>{ const p=pkg(s); if(p) return p; const m=/lib\/([^/]+)\//.exec(s); if(/entrypoints\/background/.test(s)) return 'wiring'; if(m){ return ['selection','gather'].includes(m[1])?'lib/selection, lib/gather':['jobs','browser','bigin','oauth','preview','i18n'].includes(m[1])?'lib/'+m[1]:'else'; } return 'else'; }));
