// Stands in the bundles for modules that nothing there may use (scripts/build.mjs).
module.exports = {};
