import { resolve } from 'node:path'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const projectRoot = resolve(import.meta.dirname, '..')

// What TypeScript itself does not see; the rest of the code's form is prettier's business.
const plainRules = {
  'no-empty': ['error', { allowEmptyCatch: true }],
  'no-fallthrough': 'error',
  'no-self-assign': 'error',
  'no-self-compare': 'error',
  'no-unsafe-finally': 'error',
  'no-useless-escape': 'error',
  'no-constant-binary-expression': 'error',
  'no-template-curly-in-string': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  eqeqeq: ['error', 'smart'],
}

export default defineConfig([
  { ignores: ['dist/**', 'var/**', 'public/**', 'coverage/**', 'node_modules/**'] },
  { basePath: projectRoot, files: ['scripts/**/*.mjs', 'scripts/**/*.js'], rules: plainRules },
  {
    basePath: projectRoot,
    files: ['src/**/*.ts', 'jobs/**/*.ts', 'scripts/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: projectRoot } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...plainRules,
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A function may be async to keep to an interface that others fulfil with a wait.
      '@typescript-eslint/require-await': 'off',
      // Services are plain functions in an object; none of them uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Our own code writes no `any`; what libraries answer (aggregations, request bodies) is checked where it comes in.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  {
    basePath: projectRoot,
    files: ['test/**/*.ts'],
    rules: {
      // chai's assertions are expressions: expect(x).to.be.true
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
])
