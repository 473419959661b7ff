// Mocha's own report, and after it the one line that scripts/test.mjs adds up.
const { reporters } = require('mocha');

module.exports = class CountingSpec extends reporters.Spec {
  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    console.log(`${passes} passed, ${failures} failed, ${pending} skipped`);
  }
};
