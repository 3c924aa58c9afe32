// What the columns of a table are called, in four languages: for each kind of file and each of its columns the names under
// which it is known, the likeliest first. Case, white space and signs do not matter.
//
// The template of our own uses the first name of each language.

/** A name that is the same in every language is given once. */
type Names = readonly string[] | Readonly<Record<'en-US' | 'zh-TW' | 'sv-SE' | 'nl-NL', readonly string[]>>;

export const headers = {
  associations: {
    person: {
      'en-US': [
        'MCID',
        'MC ID',
        'MCP ID',
        'MCPID',
        'Microsoft Certification profile ID',
        'Person',
        'Employee',
        'User',
        'E-mail',
        'E-mail address',
        'Name',
      ],
      'zh-TW': [
        'MCID',
        'Microsoft 認證設定檔識別碼',
        '認證設定檔識別碼',
        '人員',
        '員工',
        '使用者',
        '電子郵件',
        '電子郵件地址',
        '姓名',
      ],
      'sv-SE': [
        'MCID',
        'Microsoft-certifieringsprofil-ID',
        'Person',
        'Medarbetare',
        'Anställd',
        'Användare',
        'E-post',
        'E-postadress',
        'Namn',
      ],
      'nl-NL': [
        'MCID',
        'Microsoft-certificeringsprofiel-id',
        'Persoon',
        'Medewerker',
        'Werknemer',
        'Gebruiker',
        'E-mail',
        'E-mailadres',
        'Naam',
      ],
    },
    organization: {
      'en-US': [
        'Organization',
        'Organisation',
        'Linked to',
        'Associated to',
        'Company',
        'Partner',
        'PartnerName',
        'Employer',
      ],
      'zh-TW': ['組織', '連結至', '公司', '合作夥伴', '雇主'],
      'sv-SE': ['Organisation', 'Länkad till', 'Associerad med', 'Företag', 'Partner', 'Arbetsgivare'],
      'nl-NL': ['Organisatie', 'Gekoppeld aan', 'Bedrijf', 'Partner', 'Werkgever'],
    },
    started: {
      'en-US': [
        'Started',
        'Start',
        'Start date',
        'Association started',
        'Association start date',
        'Linked on',
        'Linked since',
        'From',
        'Since',
      ],
      'zh-TW': ['開始日期', '開始', '關聯開始日期', '連結日期', '起'],
      'sv-SE': ['Startdatum', 'Start', 'Började', 'Länkad den', 'Länkad sedan', 'Från', 'Sedan'],
      'nl-NL': [
        'Begindatum',
        'Begin',
        'Startdatum',
        'Start',
        'Begonnen',
        'Gekoppeld op',
        'Gekoppeld sinds',
        'Van',
        'Sinds',
      ],
    },
    ended: {
      'en-US': ['Ended', 'End', 'End date', 'Association ended', 'Association end date', 'Unlinked on', 'Until', 'To'],
      'zh-TW': ['結束日期', '結束', '關聯結束日期', '取消連結日期', '迄'],
      'sv-SE': ['Slutdatum', 'Slut', 'Slutade', 'Avlänkad den', 'Till'],
      'nl-NL': ['Einddatum', 'Einde', 'Beëindigd', 'Losgekoppeld op', 'Tot'],
    },
    next_association_date: {
      'en-US': ['Next available date', 'Next association date', 'Next available association date'],
      'zh-TW': ['下一個可用日期', '下次關聯日期'],
      'sv-SE': ['Nästa tillgängliga datum', 'Nästa associationsdatum'],
      'nl-NL': ['Volgende beschikbare datum', 'Volgende associatiedatum'],
    },
    active_certifications: {
      'en-US': ['Active certifications', 'Certifications'],
      'zh-TW': ['有效的認證', '有效認證', '認證'],
      'sv-SE': ['Aktiva certifieringar', 'Certifieringar'],
      'nl-NL': ['Actieve certificeringen', 'Certificeringen'],
    },
    account_organization: {
      'en-US': [
        'Partner Center account',
        'Account organization',
        'Account organisation',
        'Organization of the account',
      ],
      'zh-TW': ['合作夥伴中心帳戶', '帳戶的組織', '帳戶組織'],
      'sv-SE': ['Partnercenter-konto', 'Kontots organisation', 'Partner Center-konto'],
      'nl-NL': ['Partnercentrum-account', 'Organisatie van het account', 'Partner Center-account'],
    },
    account_kind: {
      'en-US': ['Kind of account', 'Account kind', 'Account type'],
      'zh-TW': ['帳戶種類', '帳戶類型'],
      'sv-SE': ['Typ av konto', 'Kontotyp'],
      'nl-NL': ['Soort account', 'Accounttype'],
    },
  },
  // The page of Microsoft itself prints "Associated to" and "Associated in".
  skills_report: {
    person: ['MCID', 'MC ID', 'MCP ID', 'MCPID'],
    name: {
      'en-US': ['Name', 'User name', 'User', 'Full name', 'First name'],
      'zh-TW': ['姓名', '名稱', '使用者名稱', '使用者'],
      'sv-SE': ['Namn', 'Användarnamn', 'Användare'],
      'nl-NL': ['Naam', 'Gebruikersnaam', 'Gebruiker'],
    },
    email: {
      'en-US': ['E-mail', 'E-mail address', 'User e-mail'],
      'zh-TW': ['電子郵件', '電子郵件地址'],
      'sv-SE': ['E-post', 'E-postadress'],
      'nl-NL': ['E-mail', 'E-mailadres'],
    },
    pmc: {
      'en-US': ['Associated to PMC', 'Associated in PMC'],
      'zh-TW': ['與 PMC 相關聯', '已與 PMC 建立關聯', '在 PMC 中建立關聯'],
      'sv-SE': ['Associerad med PMC', 'Associerad till PMC', 'Associerad i PMC'],
      'nl-NL': ['Gekoppeld aan PMC', 'Gekoppeld in PMC'],
    },
    pc: {
      'en-US': ['Associated to PC', 'Associated in PC', 'Associated to Partner Center', 'Associated in Partner Center'],
      'zh-TW': ['與合作夥伴中心相關聯', '與 PC 相關聯', '已與 PC 建立關聯', '在合作夥伴中心建立關聯'],
      'sv-SE': ['Associerad med PC', 'Associerad till PC', 'Associerad i PC', 'Associerad med Partnercenter'],
      'nl-NL': ['Gekoppeld aan PC', 'Gekoppeld in PC', 'Gekoppeld aan Partnercentrum'],
    },
    skill: {
      'en-US': ['Skill', 'Skill name', 'Skill title', 'Exam', 'Certification', 'Assessment'],
      'zh-TW': ['技能', '技能名稱', '測驗', '認證', '評量'],
      'sv-SE': ['Färdighet', 'Kunskap', 'Prov', 'Examen', 'Certifiering', 'Utvärdering'],
      'nl-NL': ['Vaardigheid', 'Naam van vaardigheid', 'Examen', 'Certificering', 'Evaluatie'],
    },
    relevant: {
      'en-US': ['Relevant for Competencies (Option) or Programs'],
      'zh-TW': ['與專長認證 (選項) 或方案相關'],
      'sv-SE': ['Relevant för kompetenser (alternativ) eller program'],
      'nl-NL': ["Relevant voor competenties (optie) of programma's"],
    },
    expires: {
      'en-US': ['Skill Expiration Date', 'Expiration date'],
      'zh-TW': ['技能到期日', '到期日'],
      'sv-SE': ['Förfallodatum för färdighet', 'Förfallodatum'],
      'nl-NL': ['Vervaldatum van vaardigheid', 'Vervaldatum'],
    },
  },
  // The raw data have English names everywhere.
  training: {
    person: ['MCPID', 'Email', 'CorpEmail'],
    skill: ['TrainingTitle'],
    completed: ['TrainingCompletionDate'],
    expires: ['ExpirationDate'],
    status: ['ActivationStatus'],
  },
  learn: {
    person: ['UserId', 'UserName', 'AADUserId'],
    skill: ['TrainingName'],
    completed: ['CompletionDate'],
  },
  competencies: {
    competency: ['CompetencyName'],
    level: ['CompetencyLevel'],
    status: ['CompetencyStatus'],
    started: ['CompetencyStartDate'],
    ended: ['CompetencyEndDate'],
  },
} as const satisfies Record<string, Record<string, Names>>;
