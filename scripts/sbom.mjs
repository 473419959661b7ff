// Prints what the packages of iplan are made of, as CycloneDX: the libraries whose code is in the bundles, with versions, licences and the
// hashes under which the lock file knows them. The same bytes for the same build; run "npm run build" before.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/node.mjs';

const read = (file) => readFileSync(path.join(root, file), 'utf8');

/** The names and versions that stand at the head of each notice (scripts/lib/notices.mjs). */
export const bundled = () =>
  read('dist/THIRD-PARTY-NOTICES.txt')
    .split(`\n${'-'.repeat(80)}\n\n`)
    .slice(1)
    .map((notice) => notice.slice(0, notice.indexOf('\n')))
    // Some licences have such a line in their midst.
    .filter((head) => /^\S+ \d+\.\d+\.\d+\S*$/.test(head))
    .map((head) => ({ name: head.slice(0, head.lastIndexOf(' ')), version: head.slice(head.lastIndexOf(' ') + 1) }));

export function sbom() {
  const { name, version, license, description } = JSON.parse(read('package.json'));
  const locked = Object.entries(JSON.parse(read('package-lock.json')).packages);
  const components = bundled().map((one) => {
    const [, entry] = locked.find(([at, { version }]) => at.endsWith(`node_modules/${one.name}`) && version === one.version) ?? [];
    if (entry === undefined) throw new Error(`${one.name} ${one.version} is in the bundles and not in the lock file; run "npm ci" and build again.`);
    return component('library', { ...one, license: entry.license, integrity: entry.integrity });
  });
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { ...component('application', { name, version, license }), description } },
    components,
    dependencies: [{ ref: purl({ name, version }), dependsOn: components.map((one) => one['bom-ref']) }],
  };
}

const purl = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

function component(type, { name, version, license, integrity }) {
  const [, sha512] = /^sha512-(.+)$/.exec(integrity ?? '') ?? [];
  return {
    type,
    'bom-ref': purl({ name, version }),
    name,
    version,
    licenses: [/ (?:OR|AND) /.test(license) ? { expression: license } : { license: { id: license } }],
    purl: purl({ name, version }),
    ...(sha512 === undefined ? {} : { hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }] }),
  };
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(sbom(), undefined, 2));
