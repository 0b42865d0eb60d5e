import fc from 'fast-check'

// The same cases on every run, so that red means that the code changed; FC_SEED=<number> tries others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 1901) })
