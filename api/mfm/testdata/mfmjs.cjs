// Answers, for each line of input (a JSON string), one line of JSON with what mfm-js makes of it. The folder that holds node_modules is the first argument.
// With a second argument it measures instead: how long a pass over all the lines takes, in nanoseconds, the best of many.
'use strict';
const { createRequire } = require('node:module');
const mfm = createRequire(process.argv[2] + '/')('mfm-js');

function answer(text) {
	const full = mfm.parse(text);
	const simple = mfm.parseSimple(text);
	return JSON.stringify({ full, simple, fullText: mfm.toString(full), simpleText: mfm.toString(simple) });
}

function pass(texts) {
	const begin = process.hrtime.bigint();
	for (const text of texts) mfm.parse(text);
	return Number(process.hrtime.bigint() - begin);
}

function measure(texts) {
	let best = Infinity;
	for (let i = 0; i < Number(process.argv[3]); i++) best = Math.min(best, pass(texts));
	return best;
}

const lines = require('node:readline').createInterface({ input: process.stdin, crlfDelay: Infinity });
if (process.argv[3] === undefined) {
	lines.on('line', line => process.stdout.write(answer(JSON.parse(line)) + '\n'));
} else {
	const texts = [];
	lines.on('line', line => texts.push(JSON.parse(line)));
	lines.on('close', () => console.log(measure(texts)));
}
