// Bundles app.ts and app.css, and through them what stands beside the components, into wwwroot/assets.
// Names carry a hash of the content, so browsers may keep them for ever; manifest.json maps plain names to them.
import { context } from "esbuild";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const client = import.meta.dirname;
const web = join(client, "..");
const assets = join(web, "wwwroot", "assets");
const watch = process.argv.includes("--watch");

const bundle = await context({
  absWorkingDir: client,
  entryPoints: ["app.ts", "app.css"],
  outdir: assets,
  entryNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  minify: !watch,
  sourcemap: watch,
  metafile: true,
  loader: { ".woff2": "file" },
  target: ["chrome123", "firefox128", "safari17.5"],
  // Controllers live beside their components, outside this folder.
  nodePaths: [join(client, "node_modules")],
  alias: { "@codemirror/lang-html": "./withoutHtml.ts" },
  logLevel: "warning",
  plugins: [controllers(), manifest()],
});

if (watch) {
  await bundle.watch();
  console.log("Watching for changes; end with Ctrl-C.");
} else {
  await bundle.rebuild().catch(() => process.exit(1));
  await bundle.dispose();
}

/** `import { controllers } from "controllers"`: every FooBarController.ts, by its Stimulus name foo-bar. */
function controllers() {
  return {
    name: "controllers",
    setup(build) {
      build.onResolve({ filter: /^controllers$/ }, () => ({ path: "controllers", namespace: "controllers" }));
      build.onLoad({ filter: /.*/, namespace: "controllers" }, async () => {
        const files = await controllerFiles();
        const imports = files.map((file, i) => `import c${i} from ${JSON.stringify(file)};`);
        const entries = files.map((file, i) => `${JSON.stringify(identifier(file))}: c${i}`);
        const contents = `${imports.join("\n")}\nexport const controllers = { ${entries.join(", ")} };`;
        return { contents, resolveDir: client, watchDirs: [web] };
      });
    },
  };
}

async function controllerFiles() {
  const outside = new Set(["node_modules", "wwwroot", "bin", "obj"]);
  const search = async (folder) => {
    const entries = await readdir(folder, { withFileTypes: true });
    const found = await Promise.all(
      entries.map((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return outside.has(entry.name) ? [] : search(path);
        return entry.name.endsWith("Controller.ts") ? [path] : [];
      }),
    );
    return found.flat().sort();
  };
  return search(web);
}

function identifier(file) {
  const name = basename(file, "Controller.ts");
  return name.replace(/(?<!^)([A-Z])/g, "-$1").toLowerCase();
}

/** Writes manifest.json and the compressed twins, then removes what the last build left behind. */
function manifest() {
  return {
    name: "manifest",
    setup(build) {
      build.onEnd(async ({ errors, metafile }) => {
        if (errors.length > 0) return;

        const files = Object.entries(metafile.outputs).map(([path, output]) => ({ file: basename(path), output }));
        const kept = new Set(["manifest.json"]);
        for (const { file } of files) {
          kept.add(file);
          if (/\.(js|css)$/.test(file)) kept.add(await compress(file));
        }

        const names = files.flatMap(({ file, output }) => {
          const source = output.entryPoint ?? Object.keys(output.inputs).find((input) => input.endsWith(".woff2"));
          return source && !file.startsWith("chunk-") ? [[basename(source).replace(/\.ts$/, ".js"), file]] : [];
        });
        await writeFile(join(assets, "manifest.json"), JSON.stringify(Object.fromEntries(names.sort()), null, 2));

        for (const file of await readdir(assets)) {
          if (!kept.has(file)) await rm(join(assets, file));
        }
        if (watch) console.log("Built.");
      });
    },
  };
}

async function compress(file) {
  await writeFile(join(assets, `${file}.br`), brotliCompressSync(await readFile(join(assets, file))));
  return `${file}.br`;
}
