import { FREE_MAIL } from './generated/free-mail.generated.ts';
import { HASH_LENGTH, hashDomain } from './hash-domain.ts';

/**
 * Sites on which many companies have a page: no host at or under them says whose page it is.
 * Kept by hand. What the public suffix list separates (github.io, netlify.app) is not here: there the registrable
 * name belongs to one customer.
 */
const SHARED_SITES: ReadonlySet<string> = new Set(
  [
    // Site builders and free hosts
    'wordpress.com wordpress.org wix.com wixsite.com wixstudio.com wixstudio.io editorx.io weebly.com weeblysite.com',
    'squarespace.com sqsp.com webflow.com webflow.io jimdo.com jimdofree.com jimdosite.com jimdoweb.com strikingly.com',
    'mystrikingly.com yola.com yolasite.com webs.com site123.me site123.com godaddysites.com ueniweb.com blogger.com',
    'blogspot.com typepad.com tripod.com angelfire.com geocities.com business.site bigcartel.com ecwid.com',
    'mozellosite.com webador.com onepage.me tilda.ws carrd.co cargo.site cargocollective.com homestead.com simdif.com',
    'simplesite.com webself.net e-monsite.com over-blog.com canalblog.com hatenablog.com livejournal.com ucoz.ru',
    'narod.ru ucoz.com eklablog.com beepworld.de npage.de page4.com homepage.t-online.de my-free.website',
    'ukit.me nethouse.ru doodlekit.com bravesites.com freewebs.com altervista.org 000webhostapp.com',
    'hubspotpagebuilder.com hs-sites.com leadpages.co clickfunnels.com unbouncepages.com instapage.com mailchimpsites.com',
    'myportfolio.com format.com smugmug.com zenfolio.com pixieset.com notion.so notion.site super.site gitbook.io',
    'framer.website framer.ai durable.co canva.site my.canva.site zohosites.com bitrix24.site tumblr.com',
    'substack.com medium.com ghost.io',
    // Files, forms and pages of large services, whose own website is another host
    'sites.google.com docs.google.com drive.google.com forms.google.com maps.google.com plus.google.com',
    'groups.google.com calendar.google.com mail.google.com g.page forms.gle goo.gl maps.app.goo.gl forms.office.com',
    'onedrive.live.com 1drv.ms sharepoint.com typeform.com jotform.com calendly.com',
    'eventbrite.com meetup.com gofundme.com kickstarter.com patreon.com',
    // Code hosts
    'github.com gitlab.com bitbucket.org sourceforge.net codeberg.org',
    // Social pages and directories
    'facebook.com fb.com fb.me m.me instagram.com threads.net threads.com linkedin.com lnkd.in twitter.com x.com t.co',
    'youtube.com youtu.be vimeo.com tiktok.com snapchat.com reddit.com quora.com discord.com discord.gg twitch.tv',
    'xing.com vk.com vk.ru ok.ru weibo.com weixin.qq.com wechat.com line.me whatsapp.com wa.me t.me telegram.me',
    'telegram.org viadeo.com mastodon.social bsky.app flickr.com behance.net dribbble.com soundcloud.com',
    'wikipedia.org wikidata.org crunchbase.com glassdoor.com yelp.com tripadvisor.com trustpilot.com',
    'angel.co wellfound.com zoominfo.com opencorporates.com northdata.com northdata.de companieshouse.gov.uk',
    'yellowpages.com gelbeseiten.de alibaba.com made-in-china.com indiamart.com etsy.com',
    // Shorteners and link pages
    'bit.ly bitly.com tinyurl.com ow.ly is.gd v.gd buff.ly rebrand.ly cutt.ly shorturl.at rb.gy tiny.cc t.ly bl.ink',
    'dub.sh short.io shorte.st s.id qr.ae dlvr.it trib.al linktr.ee linkin.bio lnk.bio bio.link beacons.ai about.me',
    'solo.to taplink.cc flow.page msha.ke campsite.bio linkpop.com hoo.be',
    // Mail services whose domain is typed where a website is asked for
    'gmail.com googlemail.com outlook.com outlook.de live.com msn.com icloud.com me.com mac.com aol.com aol.de',
    'hey.com proton.me protonmail.com pm.me tutanota.com tuta.com web.de mail.ru mail.com fastmail.com posteo.de',
    'mailbox.org freenet.de qq.com 163.com 126.com naver.com daum.net rediffmail.com libero.it',
  ].flatMap((line) => line.split(' ')),
);

/** The same under whatever suffix: blogspot.de, yahoo.co.uk. */
const SHARED_UNDER_ANY_SUFFIX: ReadonlySet<string> = new Set(
  'blogspot webnode pinterest gmail googlemail hotmail yahoo ymail gmx'.split(' '),
);

let freeMail: ReadonlySet<string> | null = null;

/** Unpacked on first use, because most executions of the add-on read no address. */
function freeMailHashes(): ReadonlySet<string> {
  if (freeMail === null) {
    const hashes = new Set<string>();
    for (let i = 0; i < FREE_MAIL.length; i += HASH_LENGTH) hashes.add(FREE_MAIL.slice(i, i + HASH_LENGTH));
    freeMail = hashes;
  }
  return freeMail;
}

/** Whether the host, or a domain that it is under, is among those meant. */
function isHostUnder(host: string, isMeant: (domain: string) => boolean): boolean {
  for (let from = 0; from >= 0; ) {
    if (isMeant(from === 0 ? host : host.slice(from))) return true;
    const dot = host.indexOf('.', from);
    from = dot < 0 ? -1 : dot + 1;
  }
  return false;
}

/** Whether a host is (or is under) a site builder, shared host, social page, shortener or common mail service. */
export function isSharedSite(host: string, publicSuffix: string, registrable: string): boolean {
  return (
    isHostUnder(host, (domain) => SHARED_SITES.has(domain)) ||
    SHARED_UNDER_ANY_SUFFIX.has(registrable.slice(0, registrable.indexOf('.'))) ||
    (publicSuffix.includes('.') &&
      SHARED_UNDER_ANY_SUFFIX.has(publicSuffix.slice(0, publicSuffix.indexOf('.'))))
  );
}

/** Whether addresses at a host are free mail. Not for websites: some of these domains are companies' own. */
export function isFreeMail(host: string): boolean {
  const hashes = freeMailHashes();
  return isHostUnder(host, (domain) => hashes.has(hashDomain(domain)));
}
