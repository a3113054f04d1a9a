'use strict';
// Runs cases one by one, each within a time, and says of each whether it held.

const assert = require('node:assert/strict');
const caseSeconds = 25;

async function within(work) {
  let timer;
  const over = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${caseSeconds} s`)), caseSeconds * 1000);
  });
  try {
    await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}

/** Number of cases that did not hold. */
async function run(cases, office) {
  let failed = 0;
  for (const [name, work] of Object.entries(cases)) {
    try {
      await within(work(office));
      console.log(`ok node ${name}`);
    } catch (fault) {
      failed += 1;
      const place = /[\w]+_cases\.js:\d+/.exec(fault.stack ?? '')?.[0] ?? '';
      console.log(`FAILED node ${name}: ${String(fault.message ?? fault).split(/\s+/).join(' ').slice(0, 600)} (${place})`);
    }
  }
  return failed;
}

/** The error that a call must end with. */
async function refused(work, code) {
  let answer;
  try {
    answer = await work;
  } catch (error) {
    assert.equal(error.code, code, `status ${error.code} (${error.details ?? error.message}), expected ${code}`);
    return error;
  }
  throw new Error(`answered ${JSON.stringify(answer).slice(0, 200)}, expected status ${code}`);
}

module.exports = { assert, refused, run };
