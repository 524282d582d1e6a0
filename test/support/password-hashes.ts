/** A hash that other software wrote, with its password. */
export interface ForeignHash {
  /** The software and its version. */
  readonly writtenBy: string
  readonly password: string
  readonly hash: string
}

/** The password of all hashes that are not for another one. */
export const foreignPassword = 'letmein-2024'

const unicode = 'pässwörd 密码 😀'
const long = 'x'.repeat(200)

function of(writtenBy: string, hash: string, password = foreignPassword): ForeignHash {
  return { writtenBy, hash, password }
}

/** Each with few rounds, so that a test takes little time. */
export const foreignHashes = {
  argon2i: [
    of('argon2-cffi 21.1.0', '$argon2i$v=19$m=512,t=2,p=1$8mVxzJiuWXjSPeeCYO51Fg$6zQfgFA2G/fGIz4PLKiFOQ'),
    of('passlib 1.7.4', '$argon2i$v=19$m=512,t=2,p=2$qPWek7L2HqN0TsnZmzOmVA$kKgZhlLNPYO1TyAgE9AhLQ'),
  ],
  argon2id: [
    of('Django 3.2.25', 'argon2$argon2id$v=19$m=512,t=2,p=2$WFI3R0s2WXh1Rk5DN3BrRk9xWkhjeg$5/mFVqn0wlVeTabPBJ0ACw'),
    // Of an exported realm that is published, put together as docs/import.md says.
    of(
      'Keycloak',
      '$argon2id$v=19$m=7168,t=5,p=1$Cf9AYCE5pAbb4CKEF0GUTA$BruFLfFkjH/8erZ26NnrbkOrWiZuQyDRCHD9o0R6Scg',
      'password',
    ),
  ],
  scrypt: [
    of(
      'Werkzeug 3.1.9',
      'scrypt:1024:8:1$ZJclih0v8p1VcZjf$2ecd7b87966d3591d532685a387e19a91ed68c1e1944032ac5431b9f85838ff418058a297aa0af120f8834085e014ea6957855a84ad7259619a08646e10546a2',
    ),
    of(
      'Django 5.2.17',
      'scrypt$1024$DMoBQ5uCTpzPHzJbgqHE6p$8$5$aExyxwsWzZ6zbCnsH96NihPu5saCpX5sWTQXTzn8UKypA9OsZsYMkBZQKoboJIsDkQCF8rjSnOgoKJzDIsU3Dg==',
    ),
  ],
  bcrypt: [
    of('Django 3.2.25', 'bcrypt$$2b$04$JYRX9r4Z9wVI1O7tGqo/ieKPODCq7e/qTOL0QTEChifEa3oJkWZ4e'),
    of('passlib 1.7.4', '{CRYPT}$2b$04$sur0oQ.wcR.1CyX1DzJzfeO5pF1kzXC1I9T/eKDgW8Piohj6RwZjy'),
    of(
      'Spring Security, as in its reference',
      '{bcrypt}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG',
      'password',
    ),
  ],
  bcrypt_sha256: [
    of('passlib 1.7.4', '$bcrypt-sha256$v=2,t=2b,r=4$78elE7QqYxlnvgKDhA2Bx.$S3B6oNp9OPuX2SUtZ1KHRNHrUMAwpd2'),
    of('passlib 1.7.4', '$bcrypt-sha256$v=2,t=2b,r=4$tFQ8jRPll59k8p9fNMnCcu$y2i8RZFf5fO0f6KC3fjFICmTi/U2fTi', unicode),
    of('passlib 1.7.4', '$bcrypt-sha256$v=2,t=2b,r=4$.Q2DsIRSX23XQGA.djHQgO$cri4w2hVepya/E82TDKv7Ib99d8Ip7m', long),
    of('passlib 1.7.4, version 1', '$bcrypt-sha256$2b,4$n9opNGGU/Ve87JzZtPmN9.$tvjoyhc/dRLrZ3LMGBV0exsLmnKXCCa'),
    of('Django 3.2.25', 'bcrypt_sha256$$2b$04$/wxEfuzAl2TpQa2SPxocJ.w97FQjOxfctjY70eoak/mltfS.YwhVq'),
    of('Django 3.2.25', 'bcrypt_sha256$$2b$04$9MQ7xqe4LaYsu.vVOTUMrebwPtdQCtF0bsenF0d4t3wYxHtQhAU0W', unicode),
    of('Django 3.2.25', 'bcrypt_sha256$$2b$04$87MYWVDVQzbBIpu23e3cZOM7.I8cS6lQonS0H5UMWtxx3O8IjkP7a', long),
  ],
  pbkdf2: [
    of('Django 3.2.25', 'pbkdf2_sha256$1000$NT257FKnOE58KXzrhZBphA$Qda8IdoQWOuC9bZ5FLr1GYZMbX8TL7Sp93SQoFPUStg='),
    of(
      'Django 5.2.17',
      'pbkdf2_sha256$1000$Gq5XbP1mLsAdo1Ed4jztqa$xOyvGx51KP6X0CeHX5k984ji86t8z64FmL3K8mAzzNQ=',
      unicode,
    ),
    of('Django 3.2.25', 'pbkdf2_sha1$1000$T1DMMDFu1tsxcOYrtk7ghf$oc1Mu5RbjHulhmu19EK0a7p/KxU='),
    of('passlib 1.7.4', '$pbkdf2-sha256$1000$fu9dSymldC5lLKV0jvFeCw$0GsfWUCr9U6J4hwUt.UO5kNlywvH/djSHabuYuBfLKg'),
    of(
      'passlib 1.7.4',
      '$pbkdf2-sha512$1000$1XovZYyRMmYMAeDcG.PcGw$KFHwvcJDRA4j77IecYeQh9DMPgRFkAd26dJSExU9InMdXBjTCjVHa4AjhyATnB6NU7NbBx9wIAqMJGuSqIaO5g',
      unicode,
    ),
    of('passlib 1.7.4', '$pbkdf2$1000$NyZkTInxnhPCGKOU8l7LWQ$J0WtjTig1MhvHQzB/J9WhXGSGnM'),
    of(
      'Werkzeug 2.2.2',
      'pbkdf2:sha256:1000$Vj1JGlACEelAecg6$5c5a809d809a9aac20e1d9f66027bcc283ea994a19969c33168911f340c6be1e',
    ),
    of(
      'Werkzeug 3.1.9',
      'pbkdf2:sha256:1000$9Zqb7tQrH23qra0M$511c080681832096aac56cc8e46c8bd8f914b140c1ff7c217e6ce4be396226a1',
    ),
    of(
      'Werkzeug 2.2.2',
      'pbkdf2:sha512:1000$fTNDDp70yXjHrwuQ$2dc50079b50a9e5ad266efbee0f878830a0cf237fe64e02a278de4bdd6cea21c53e7566176340542a694ad46f4271cedc2e47da8fd4f0d7cece02570567763f6',
    ),
    of('Werkzeug 2.2.2', 'pbkdf2:sha1:1000$doAK1S981gs7EvrT$5787ce91910f970e5443a5fe47f48a48c6b65282'),
    // Of exported realms that are published, with their fields put together as docs/import.md says.
    of(
      'Keycloak',
      'keycloak$pbkdf2-sha256$27500$P5rtFkGtPfoaryJ6PizUJw==$JsfNbCOIdZUbyBJ+BT+VoGI91Ec2rWLOvkLPDaX8e9k=',
      'password',
    ),
    of(
      'Keycloak',
      'keycloak$pbkdf2-sha256$27500$fmpBI1r8R1u75hDLMUlwBw==$MbKsMgWPnZyImih8s4SaoCSCq+XIY/c6S9F93sXEidHF1TjPWxCqMkec0+o3860CMLXHt3az61cIJOWI0FW9aw==',
      'user',
    ),
  ],
  sha512crypt: [
    of(
      'mkpasswd 5.5.17',
      '$6$scGo9rHK/tzrfaB4$LHvIK9Lc1g0pX7zdkyyxJGjTzkcfn/2.rPMI8h86hTfsGtpL06yNTba8s7tTkw/MSGrhlVBRNQ1PMnAy/acEn1',
    ),
    of(
      'mkpasswd 5.5.17',
      '$6$rounds=1500$EmJjJarDPuilQAck$5V9nDDlgtyCXCa4fI3GNxYDCWJM6mju3qbY1E84JUJoW3NLbFRRky1.BHJ/VPnZs.IomLFYCU9AmejgMgR19/.',
    ),
    of(
      'OpenSSL 3.0.22',
      '$6$/moxcrIpBY88LHM3$hgVE1OTlR0BHA1woCCz.OLeOdWrE8PANqZ4g7KXcEqztpB4Ow7VOJqIUNSI27cuYfHvcdE1ZXd55Za0xVAh99.',
    ),
    of(
      'passlib 1.7.4',
      '$6$rounds=1234$GbHgsnOX2VQOS0BQ$rnk08NAZ3VtXFWqhrqxc9JZFEztWMaRysyeG1lkIMzGR3G0wg3TiC6gh1w5kcSz8RPOmSJz6rBqzOh2fX30jr0',
      unicode,
    ),
    of(
      'passlib 1.7.4',
      '$6$rounds=1001$SGS$j4nZ8IjtO2cpyntC9mC/Y47iSkVhiPcGJJ.R6iD4yDOK1396WOzLh9pz.W6a5D8cekNEF0bJTbYqCPrVuVBBx/',
      long,
    ),
    of(
      'passlib 1.7.4',
      '{CRYPT}$6$rounds=1000$8UxpfW33WX/TGQcc$M1L1yU7Gf1W765v4n/9giRA0bWcldIbZSx0ebjCQE0ySx1KGd8bw1NiJi5zTspIotMqt7AvY1LY6KjnwiFPF51',
    ),
  ],
  sha256crypt: [
    of('mkpasswd 5.5.17', '$5$ZxAVAtC93Y01NZTt$1FT9iTUsJgtrj62bB5gNvLBk2mB2YHQj6wV/Zsyrom4'),
    of('OpenSSL 3.0.22', '$5$JaLGD4Zm5WOBqgQp$WZNRVlVIhJqzO7tav/vNdxw7LEwEnoqI0Rr5a0cyuf.'),
    of('passlib 1.7.4', '$5$rounds=1234$nl.s8ghasUU56Rbp$fVueXRaNURN3OwcoDK1IyFTyu1DtzUC3nGtvmsFImY9', unicode),
    of('passlib 1.7.4', '$5$rounds=1001$lOg$cLnlR8Wg8ZFgwDEhKoq3fyC3lkbwdvicoPtMk/NQog6', long),
  ],
  saltedDigest: [
    of('passlib 1.7.4', '{SSHA256}GzIdZWwJEzjDrL0zy4CO7upV6TRvv/HWe+SsYy73swV8731vbe1dCw=='),
    of('passlib 1.7.4', '{SSHA256}vliJudU6kr9imXAbzbbDU85/mtf7D9uA7lTsC1ZL4rday1nrfa/1Xg==', unicode),
    of(
      'passlib 1.7.4',
      '{SSHA512}sOCPDe3mYd4eXHLtZvp1ht0zUXmQj90rXupWy1b30BOEC+D4D2uXnzVqqUSl2nUt/MV38KdMh3ONcCnq8Gc59F5LKSUEgBCi',
    ),
    of('Werkzeug 2.2.2', 'sha256$rAmzyW0az8XM0YWy$7d2ed11f6df3060829793ff85c12be22a45816d18e3e44d1df16c0723746efb9'),
    of(
      'Werkzeug 2.2.2',
      'sha256$2OP8Kjl2kdG3Yg6K$b1615dae7c85dff0bafdca0f1e42a20819bd2139402bd7d35354529472732990',
      unicode,
    ),
    of(
      'Werkzeug 2.2.2',
      'sha512$9FuoX1LZM03enVNu$4c9e5f43eed5123ce507c3465a9c551158f29f7a501ea4b8e8d1df475f4cd931f9f085cb0923baea2aa6e84beddb77437a8019d1b4dcd690c02c35962ccfb7ae',
    ),
  ],
} as const satisfies Record<string, readonly ForeignHash[]>
