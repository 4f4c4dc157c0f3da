// Diagrams by the programs that draw them, in a simulated browser window: Mermaid reads topology.mmd, and
// maxGraph, the successor of the library inside draw.io, reads topology.drawio.
//
//     node check_diagrams.mjs --self-test     # only proves that the checks can fail
//     node check_diagrams.mjs BUNDLE…         # proves that, then holds every bundle against them
//
// What report.py says about self-tests and about what is printed holds here too.

import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!DOCTYPE html><body></body>', { pretendToBeVisual: true });
for (const name of Object.getOwnPropertyNames(window)) {
  if (/^(DOM|Document|Element|Event|HTML|Mouse|Node|SVG|XML)/.test(name) && !(name in globalThis)) {
    globalThis[name] = window[name];
  }
}
globalThis.window = window;
globalThis.document = window.document;
globalThis.location = window.location;
Object.defineProperty(globalThis, 'navigator', { value: window.navigator, configurable: true });

// Only now: both look for a window when they are loaded.
const { default: mermaid } = await import('mermaid');
const { Graph, ModelXmlSerializer } = await import('@maxgraph/core');
mermaid.initialize({ startOnLoad: false, suppressErrorRendering: true });

/** What Mermaid does not understand, and nodes that a line names but nothing declares: it invents those. */
async function flowchart(text) {
  const { diagramType } = await mermaid.parse(text);
  if (!diagramType.startsWith('flowchart')) return [`is a ${diagramType}, not a flowchart`];
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const groups = new Set(db.getSubGraphs().map((group) => group.id));
  const nodes = [...db.getVertices().values()].filter((node) => !groups.has(node.id));
  if (!nodes.length) return ['has no node'];
  return nodes.filter((node) => node.text === node.id).map((node) => `${node.id} is not declared`);
}

/** Cells that maxGraph does not take over from the file, and lines that lose an end on the way. */
async function drawing(text) {
  const file = new window.DOMParser().parseFromString(text, 'text/xml');
  const broken = file.querySelector('parsererror');
  if (broken) return [`is not XML: ${broken.textContent.trim().split('\n')[0]}`];
  const models = [...file.querySelectorAll('mxfile > diagram > mxGraphModel')];
  if (!models.length) return ['has no model'];
  return models.flatMap((model) => {
    const graph = new Graph(document.createElement('div'));
    new ModelXmlSerializer(graph.getDataModel()).import(new window.XMLSerializer().serializeToString(model));
    const cells = graph.getDataModel().cells ?? {};
    const written = [...model.querySelectorAll('mxCell')];
    const lost = written.filter((it) => !cells[it.id]).map((it) => it.id);
    const mistakes = lost.length ? [`${lost.length} cells are lost: ${lost.slice(0, 3).join(', ')} …`] : [];
    for (const it of written.filter((cell) => cells[cell.id]?.isEdge())) {
      for (const [end, cell] of [['source', cells[it.id].source], ['target', cells[it.id].target]]) {
        if (it.getAttribute(end) && cell?.getId() !== it.getAttribute(end)) {
          mistakes.push(`the line ${it.id} loses its ${end}`);
        }
      }
    }
    for (const it of written.filter((cell) => cells[cell.id]?.isVertex())) {
      if (!(cells[it.id].geometry?.width > 0)) mistakes.push(`the shape ${it.id} has no size`);
    }
    return mistakes;
  });
}

const CHECKS = [
  {
    file: 'topology.mmd',
    tool: 'Mermaid',
    look: flowchart,
    sound:
      '%% A comment.\nflowchart LR\n  subgraph g["G<br/>10.0.0.0/16"]\n    a["A #35;1"]\n  end\n' +
      '  b["B"]\n  a --> b\n',
    breaks: [
      ['flowchart LR', 'flowchrt LR', 'No diagram type detected'],
      ['flowchart LR', 'sequenceDiagram', 'Parse error'],
      ['  end\n', '', 'Parse error'],
      ['["A #35;1"]', '["A "1"]', 'Parse error'],
      ['a --> b', 'a --> c', 'c is not declared'],
      ['a --> b', 'a -->', 'Parse error'],
    ],
  },
  {
    file: 'topology.drawio',
    tool: 'maxGraph',
    look: drawing,
    sound:
      '<mxfile><diagram id="d" name="N"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>' +
      '<mxCell id="a" value="a &amp; b" style="rounded=1;" vertex="1" parent="1">' +
      '<mxGeometry x="0" y="0" width="9" height="9" as="geometry"/></mxCell>' +
      '<mxCell id="b" vertex="1" parent="1">' +
      '<mxGeometry x="20" y="0" width="5" height="9" as="geometry"/></mxCell>' +
      '<mxCell id="e" edge="1" parent="1" source="a" target="b">' +
      '<mxGeometry relative="1" as="geometry"/></mxCell>' +
      '</root></mxGraphModel></diagram></mxfile>',
    breaks: [
      ['&amp;', '&', 'is not XML'],
      ['<mxGraphModel>', '<mxGraphModel/><x>', 'is not XML'],
      ['mxfile>', 'mxfil>', 'is not XML'],
      ['target="b"', 'target="c"', 'the line e loses its target'],
      ['width="5"', '', 'the shape b has no size'],
      ['id="b"', 'id="a"', 'Duplicate ID'],
      ['vertex="1" parent="1"', 'vertex="1" parent="x"', 'cells are lost: '],
    ],
  },
];

/** Mistakes in a text. A program that throws has not understood it. */
async function look(check, text) {
  try {
    return await check.look(text);
  } catch (error) {
    return [String(error?.message ?? error).split('\n').slice(0, 4).join(' ').slice(0, 300)];
  }
}

async function selfTest(check) {
  const unproven = (await look(check, check.sound)).map((it) => `a sound file fails: ${it}`);
  for (const [old, changed, says] of check.breaks) {
    const mistakes = await look(check, check.sound.replace(old, changed));
    if (!check.sound.includes(old) || !mistakes.some((it) => it.includes(says))) {
      unproven.push(`\`${changed}\` should say “${says}”, says ${JSON.stringify(mistakes.slice(0, 3))}`);
    }
  }
  return unproven.map((it) => `${check.tool}: ${it}`);
}

async function judge(bundles) {
  let files = 0;
  let mistakes = 0;
  for (const check of CHECKS) {
    for (const bundle of bundles) {
      const path = join(bundle, check.file);
      const found = existsSync(path) ? await look(check, readFileSync(path, 'utf8')) : ['is not there'];
      for (const it of found) console.log(`FAIL ${basename(bundle)}/${check.file}: ${it}`);
      if (!found.length) console.log(`ok ${basename(bundle)}: 1 file by ${check.tool}`);
      files += 1;
      mistakes += found.length;
    }
  }
  console.log(`${files} files, ${mistakes} mistakes`);
  return mistakes ? 1 : 0;
}

async function main(words) {
  if (!words.length || words.some((word) => word.startsWith('-') && word !== '--self-test')) {
    console.error('usage: check_diagrams.mjs --self-test | BUNDLE…');
    return 1;
  }
  const unproven = (await Promise.all(CHECKS.map(selfTest))).flat();
  for (const it of unproven) console.log(`FAIL self-test: ${it}`);
  const breaks = CHECKS.reduce((sum, check) => sum + check.breaks.length, 0);
  if (unproven.length) {
    console.log(`${unproven.length} of ${breaks} self-tests failed: the check was not used`);
    return 1;
  }
  console.log(`self-test: ${breaks} broken files were found out`);
  return words[0] === '--self-test' ? 0 : judge(words);
}

process.exit(await main(process.argv.slice(2)));
