/**
 * Names nobody can have as login domain or agency slug: ours, those people type by habit, and those a stranger would
 * use to look like us (T15). Compared after the form check, so only lower-case letters stand here.
 */
const names = `
  abuse account accounts activate active ad address admin administrator administrators admins ads advert
  affiliate affiliates agencies agency ajax alert alerts alpha amp analytics android announce announcement
  announcements anon anonymous api apidocs apis app application apps archive archives arp asset assets
  assetscdn atom auth authenticate authentication authorize autoconfig autodiscover avatar backend backup
  backups banner banners base bastion bbs beta bill billing billings blog blogs board bot bots broadcast
  broadcasthost build builds business buy cache calendar call campaign captcha careers cart catalog
  catalogue cdn cert certificate certificates certs chat checkout child ci citrix client clients cloud
  cluster cms code codes comercial comment comments commission commissions community company compare
  compliance config configuration connect connector connectors console contact contacts content contract
  contracts control controlpanel cookie cookies copy corp corporate cpanel create credit cron css customer
  customers dashboard data database databases db debug default delete demo dep deploy deployment design dev
  devel developer developers development diagnostics dir directory distributor distributors dns doc docker
  docs document documentation documents domain domaincontrolpanel domains donate download downloads drive
  edge edit editor email emails embed employee employment enterprise error errors event events example
  examples exchange explore export external extranet faq faqs favicon feed feedback feeds file files
  finance financial firewall follow forgot forum forums free ftp fund game gateway get git github gitlab
  global gmail graphql group groups guest guests guide hack health healthcheck help helpcenter helpdesk
  home homepage host hosting hostmaster hostname hosts howto html http httpd https hub idp image images
  imap img inbox index info information infra install installation internal internet intranet invitation
  invitations invite invoice invoices ios ipad iphone ipn irc isatap issue issues jabber java javascript
  job jobs join jump kb knowledgebase lab labs ldap legal license licenses link list lists live localdomain
  localhost log logging login logo logout logs mail mailer mailerdaemon mailhost mailing maintenance manage
  manager marketing marketplace master media member members message messages messenger meter meters metrics
  mobile monitor monitoring mta music mysql name nameserver nas net network new news newsletter nobody noc
  node noreply notice notification notifications null oauth office official ogp oidc old onboarding online
  openid operator operators order orders origin outbound outbox owa owner owners page pages panel parent
  partner partners passkey password passwords pay payment payments payout payouts paypal pda phone photo
  photos phpmyadmin ping pki plan plans plesk plugin plugins policy pop popular portal post postgres
  postmaster press preview price pricing privacy private prod product production products profile profiles
  project projects promo proxy public purchase push queue radius random read readiness recover redirect
  register registration relay release remote render replica report reports reseller resellers reset
  resource resources rest restore root router routes rss sale sales saml sample sandbox save schema script
  scripts sdk search secret secrets secure security self sentry seo server servers service services session
  sessions setting settings setup sftp share shop sign signin signout signup sip site sitemap sites sms
  smtp social software source spam sql ssh ssl sso staff stage staging start stat static statistics stats
  status statuspage storage store stores stream stripe style subdomain subscribe subscription subscriptions
  super superuser support survey svn sync sys sysadmin sysadministrator system systems tablet tag task
  tasks team teams tech telnet tenant tenantry tenants terms test tester testing tests theme themes ticket
  tickets time tls token tokens tool tools trace tracker tracking traffic training transfer translate trial
  trust undefined unsubscribe update updates upgrade upload uploads usage user username users util validate
  validation vendor vendors verification verify version video videos vip virtual voice voip vpn wap web
  webapp webdav webhook webhooks webmail webmaster website websites welcome whm whois widget widgets wiki
  windows wordpress work worker workspace world wp wpad ws www xml xmpp xxx yahoo your zone
`;

export const reservedNames: ReadonlySet<string> = new Set(names.trim().split(/\s+/));
