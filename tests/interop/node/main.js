'use strict';
// The suite of the Node client; the exit code tells whether every case held.

const { Office } = require('./office');
const { run } = require('./suite');

async function main() {
  const office = new Office('node', 400_000);
  // The first cases of the business register what the others stand on.
  const failed = await run(require('./business_cases'), office) + await run(require('./interop_cases'), office);
  // Clients keep their connections open.
  process.exit(failed === 0 ? 0 : 1);
}

main().catch((fault) => {
  console.log(`FAILED node suite: ${fault.message}`);
  process.exit(1);
});
