// What is linked into the project lies above it.
export default { turbopack: { root: process.env.TURBOPACK_ROOT } };
