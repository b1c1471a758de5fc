// SPDX-FileCopyrightText: the milepost authors
// SPDX-License-Identifier: MIT
//
// Lets the programs of others read a file that `milepost check --format` wrote: node read.mjs KIND FILE [SCHEMA].
// Ends with 0 when they accept it and prints what they read; ends with 1 and prints what they say against it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [kind, file, schema] = process.argv.slice(2);
// The checkers are installed below build/, so they are looked for where MILEPOST_CHECKERS says.
const require = createRequire(pathToFileURL(`${process.env.MILEPOST_CHECKERS}/package.json`));

function readJson(schemaFile) {
  const Ajv = require('ajv/dist/2020').default;
  const ajv = new Ajv({ allErrors: true, strict: false });
  require('ajv-formats').default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
  const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)));
  if (validate(value)) return value;
  console.log(JSON.stringify(validate.errors.slice(0, 10), null, 2));
  process.exit(1);
}

async function readJunit() {
  const { parse } = await import(pathToFileURL(require.resolve('junit2json')));
  return parse(readFileSync(file, 'utf8'));
}

// The multitool writes what it thinks of a file as a SARIF file of its own.
function readVerdict() {
  const results = JSON.parse(readFileSync(file, 'utf8')).runs.flatMap((run) => run.results ?? []);
  const said = results.map((result) => `${result.level ?? 'warning'} ${result.ruleId}: ${JSON.stringify(result.message)}`);
  const serious = said.filter((line) => line.startsWith('error') || line.startsWith('warning'));
  if (serious.length === 0) return said;
  console.log(serious.slice(0, 10).join('\n'));
  process.exit(1);
}

const readers = { json: () => readJson(schema), junit: readJunit, verdict: readVerdict };
console.log(JSON.stringify(await readers[kind]()));
