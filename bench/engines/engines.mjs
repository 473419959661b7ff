// What turns a plan into something that can be asked: each gives a function of a text. The ending says which format it reads.
import { createRequire } from 'node:module';
import path from 'node:path';
import { schema } from '../content/schema.mjs';

const require = createRequire(import.meta.url);
const out = path.resolve(import.meta.dirname, '../../out/bench');

async function langium() {
  const { createServices, EmptyFileSystem, URI } = await import(`${out}/langium/bundled/engine.mjs`);
  return { URI, services: createServices({ ...EmptyFileSystem }) };
}

function ajv() {
  const Ajv = require('ajv').default;
  const check = new Ajv().compile(schema);
  return (data) => {
    if (!check(data)) throw new Error(`the schema refuses the plan: ${check.errors?.[0]?.message}`);
  };
}

async function analysis(families) {
  const { analyse } = await import(`${out}/iplan.mjs`);
  return (text) => analyse(text, families);
}

export const ENGINES = {
  'hand-written (the limit)': { ending: 'iplan', load: async () => (await import('./limit.mjs')).parse },
  'iplan parse': { ending: 'iplan', load: async () => (await import(`${out}/iplan.mjs`)).parse },
  'Langium parse': {
    ending: 'iplan',
    load: async () => {
      const parser = (await langium()).services.plan.parser.LangiumParser;
      return (text) => parser.parse(text);
    },
  },
  'JSON.parse + Ajv': {
    ending: 'json',
    load: async () => {
      const check = ajv();
      return (text) => check(JSON.parse(text));
    },
  },
  'js-yaml + Ajv': {
    ending: 'yaml',
    load: async () => {
      const [{ load }, check] = [await import('js-yaml'), ajv()];
      return (text) => check(load(text));
    },
  },
  'yaml + Ajv': {
    ending: 'yaml',
    load: async () => {
      const [{ parse }, check] = [await import('yaml'), ajv()];
      return (text) => check(parse(text));
    },
  },
  'iplan parse, a mistake in every measure': {
    ending: 'iplan',
    load: async () => {
      const { parse } = await import(`${out}/iplan.mjs`);
      let broken;
      return (text) => {
        broken ??= text.replaceAll('    status ', '    "status ');
        return parse(broken);
      };
    },
  },
  'iplan read and linked (no rules)': { ending: 'iplan', load: async () => analysis([]) },
  'iplan checked as the peers do (structure and names)': { ending: 'iplan', load: async () => analysis(['structure', 'names']) },
  'iplan analysis (all rules)': { ending: 'iplan', load: async () => analysis() },
  'Langium build (parse, link, check)': {
    ending: 'iplan',
    load: async () => {
      const { services, URI } = await langium();
      const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = services.shared.workspace;
      let n = 0;
      return async (text) => {
        const document = LangiumDocumentFactory.fromString(text, URI.parse(`memory:///${n++}.iplan`));
        LangiumDocuments.addDocument(document);
        await DocumentBuilder.build([document], { validation: true });
        await DocumentBuilder.update([], [document.uri]);
      };
    },
  },
};
