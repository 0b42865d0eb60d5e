const everyone = 'ACMKENBJSTUO'

/** What is open to anybody, what everybody has, and the tools of administrators and operators. */
export const officeRows: Readonly<Record<string, string>> = {
  // The front: without an account.
  'get /': '*',
  'get /open-courses': '*',
  'get /help': '*',
  'get /accessibility': '*',
  'get /sitemap': '*',
  'get /feedback': '*',
  'post /feedback': '*',
  'get /styleguide': '*',
  'get /sign-in': '*',
  'post /sign-in': '*',
  'get /verify': '*',
  'post /verify': '*',
  'post /verify/file': '*',
  'get /v/:token': '*',
  'get /v/:token/photo.jpg': '*',
  'get /v/:token/certificate.png': '*',
  'get /v/:token/print.pdf': '*',

  // One's own account, work and messages.
  'post /sign-out': everyone,
  'get /account/password': everyone,
  'post /account/password': everyone,
  'get /home': everyone,
  'get /tasks': everyone,
  'get /tasks/:id': everyone,
  'get /tasks/:id/events': everyone,
  'get /tasks/:id/file': everyone,
  'get /messages': everyone,
  'post /messages/read': everyone,

  // Accounts, the trail, and the operators' tools.
  'get /accounts': 'A',
  'get /accounts/new': 'A',
  'post /accounts/new': 'A',
  'get /accounts/:id': 'A',
  'post /accounts/:id/disable': 'A',
  'post /accounts/:id/enable': 'A',
  'post /accounts/:id/password': 'A',
  'get /mistakes': 'AU',
  'get /mistakes/:id': 'AU',
  'post /mistakes/:id/close': 'A',
  'get /audit': 'AU',
  'get /operations/dead-letters': 'AO',
  'post /operations/dead-letters/retry': 'AO',
  'post /operations/dead-letters/void': 'AO',
  'get /operations/queues': 'O',
}
