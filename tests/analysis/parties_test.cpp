#include "analysis/parties.h"

#include <map>

#include "analysis/reading_fixture.h"

using namespace faultline;

namespace {

// "Pakistan: Pakistan, Islamabad | Afghanistan: Kabul": the parties with their names, in the order of the article.
std::string outline(std::string_view text) {
  const Article article = article_of(text);
  std::string made;
  for (const Party& party : find_parties(EnglishReading(article).reading).parties) {
    if (!made.empty()) made += " | ";
    for (size_t i = 0; i < party.names.size(); ++i) made += (i == 0 ? "" : ", ") + party.names[i];
  }
  return made;
}

// The mentions of a text, each with its party: "Kabul=Afghanistan".
std::string mentions(std::string_view text) {
  const Article article = article_of(text);
  const Cast cast = find_parties(EnglishReading(article).reading);
  std::string made;
  for (const Mention& mention : cast.mentions) {
    if (!made.empty()) made += "; ";
    made += std::string(article.text_of(mention.span)) + "=" + (mention.party == kDyad ? "dyad" : cast.parties[static_cast<size_t>(mention.party)].name);
  }
  return made;
}

struct Row { std::string_view text, expected; };
void check(std::initializer_list<Row> rows, std::string (*read)(std::string_view)) {
  for (const Row& row : rows) CHECK_MESSAGE(read(row.text) == row.expected, row.text << "\n  gives " << read(row.text));
}

}  // namespace

TEST_CASE("a state is one party with its capital, its organs and its nationals") {
  check({{"Norway recalled its envoy. Oslo said the Norwegian government was angry.", "Norway, Oslo, Norwegian government, Norwegian"},
         {"Chile and Peru met.", "Chile | Peru"},
         {"The UK and the U.S. signed.", "UK | U.S."},
         {"Indonesia's foreign ministry rejected it.", "Indonesia, Indonesia's foreign ministry"},
         {"The Peruvian side rejected it.", "Peruvian side, Peruvian"},
         {"Chile closed the Peruvian side of the lake, and the Peruvian army left.", "Chile | Peruvian army, Peruvian"}},
        outline);
}

TEST_CASE("a capital is a place unless it acts") {
  check({{"Talks opened in Lima on Monday.", ""},
         {"Peru closed the pass. Lima rejected the appeal.", "Peru=Peru; Lima=Peru"},
         {"Peru protested. The envoy flew to Lima.", "Peru=Peru"}},
        mentions);
}

TEST_CASE("a description behind a name's comma is the name's, whatever the tree hangs it on") {
  check({{"The port turned down the demand of the union, the group that the port says blocked the gates.", "union=union; group=union"},
         {"The union, the group, and the port met.", "union=union; group=group"}},
        mentions);
}

TEST_CASE("who bears a title acts for the state or body that stands before it") {
  check({{"Norwegian Foreign Minister Kari Holm left. Holm said nothing.", "Norwegian Foreign Minister Kari Holm=Kari Holm; Holm=Kari Holm"},
         {"Harbour Union secretary Ann Varr spoke. Varr warned the port.", "Harbour Union secretary Ann Varr=Harbour Union; Varr=Harbour Union"},
         {"Norway waited. Prime Minister Kari Holm spoke.", "Norway=Norway; Prime Minister Kari Holm=Norway"}},
        mentions);
  check({{"Norway waited. Kari Holm, who is also deputy prime minister, spoke.", "Norway=Norway; Kari Holm=Norway"}}, mentions);
}

TEST_CASE("an apposition says for whom a person acts, or what a named group is") {
  check({{"The Tidewater Union met. Ann Varr, who leads the union, spoke. Varr left.",
          "Tidewater Union=Tidewater Union; Ann Varr=Tidewater Union; union=Tidewater Union; Varr=Tidewater Union"},
         {"The Tidewater Union met. Ann Varr, the union's treasurer, spoke.",
          "Tidewater Union=Tidewater Union; Ann Varr=Tidewater Union; union=Tidewater Union"},
         {"Chile blamed the NRF, the armed movement that holds the hills. The NRF refused.", "Chile=Chile; NRF=NRF; armed movement=NRF; NRF=NRF"}},
        mentions);
}

TEST_CASE("'the union' at the head of a sentence is the union that was named") {
  check({{"The Tidewater Union met. The union refused.", "Tidewater Union=Tidewater Union; union=Tidewater Union"}}, mentions);
}

TEST_CASE("a place and the council named after it are one party; a river is none") {
  check({{"Marl Town Council sued. Marl Town had waited long enough.", "Marl Town Council, Marl Town"},
         {"The River Ouzel is low. Chile closed the sluice on the River Ouzel. The River Ouzel was dry.", "Chile"}},
        outline);
}

TEST_CASE("letters in brackets are the name before them, and letters alone the name they spell") {
  check({{"The Harbour Workers Association (HWA) met. HWA refused.", "Harbour Workers Association, HWA"},
         {"The National Union of Ferrymen met. NUF refused.", "National Union of Ferrymen, NUF"},
         {"The Tidewater League (Tidal) met.", "Tidewater League, Tidal"}},
        outline);
}

TEST_CASE("a member's seat and colour in brackets are nobody, and a seat before a noun says whose leader speaks") {
  check({{"Senator Ann Varr (D-Vermont) accused Chile.", "Ann Varr, Senator Ann Varr | Chile"}}, outline);
  check({{"Chile wrote to the U.S. In a White House letter, President Varr accused Chile.", "Chile=Chile; U.S.=U.S.; President Varr=U.S.; Chile=Chile"}}, mentions);
}

TEST_CASE("an armed group is never the state that its name holds") {
  check({{"Peru accused the Shining River Front of raids. The Front denied it.", "Peru | Shining River Front, Front"}}, outline);
}

TEST_CASE("a group that a state's adjective goes with is that state's party where its capital acts") {
  check({{"The Afghan Taliban refused. Kabul rejected the plan.", "Kabul, Taliban, Afghan Taliban"},
         {"The Taliban attacked Afghan forces. The Taliban claimed the raid.", "Taliban | Afghan forces, Afghan"}},
        outline);
}

TEST_CASE("roles are parties, and 'the company' is the company that the article names") {
  check({{"Workers walked out at Tidewater Shipping Ltd on Monday. Tidewater Shipping Ltd refused to pay. The company said workers had left.",
          "Workers=Workers; Tidewater Shipping Ltd=Tidewater Shipping Ltd; Tidewater Shipping Ltd=Tidewater Shipping Ltd; company=Tidewater Shipping Ltd; "
          "workers=Workers"}},
        mentions);
}

TEST_CASE("a name told once is a party when it has a part in an act, not when it says where") {
  check({{"The Varrites attacked Tolmer.", "Varrites | Tolmer"},
         {"Peru refused a request from Tolmer.", "Peru | Tolmer"},
         {"It rained in Tolmer.", ""},
         {"Peru signed the Tolmer Treaty.", "Peru"}},
        outline);
}

TEST_CASE("common nouns that act are parties, and what only qualifies a noun is none") {
  check({{"A court in Lima jailed two activists.", "court | activists, two activists"},
         {"Textile workers sued the Tolmer council.", "workers, Textile workers | Tolmer, Tolmer council"},
         {"Peru freed a suspected militant.", "Peru | militant, suspected militant"},
         {"The police posts were empty. Company law is dull.", ""},
         {"The Yonder news agency told reporters.", ""}},
        outline);
}

TEST_CASE("a noun beside a name says what the name is") {
  check({{"The militant group Tolmer claimed the raid. Tolmer left.", "Tolmer, militant group"},
         {"Tolmer, the militant group, claimed the raid.", "Tolmer, militant group"}},
        outline);
}

TEST_CASE("'the North' is the state whose name begins so; a first name is enough where one person has it") {
  check({{"North Korea fired first. Chile says the North lied.", "North Korea, North | Chile"},
         {"Kari Holm spoke. Kari refused.", "Kari Holm, Kari"}},
        outline);
}

TEST_CASE("what the text tells of a person comes before what is guessed, wherever it stands") {
  check({{"Chile waited for President Ana Reil. Peru's President Ana Reil refused. Peru left.", "Chile=Chile; President Ana Reil=Peru; Peru's President Ana Reil=Peru; Peru=Peru"},
         {"Ana Reil of the Tidewater Union spoke. Reil left.", "Ana Reil=Tidewater Union; Tidewater Union=Tidewater Union; Reil=Tidewater Union"},
         {"Varr Motors Ltd lost money. Chief executive Ana Reil left.", "Varr Motors Ltd=Varr Motors Ltd; Chief executive Ana Reil=Varr Motors Ltd"}},
        mentions);
}

TEST_CASE("a state is nobody's side by standing further on, nor by its opposition or a private man") {
  check({{"President Ana Reil refused to meet the Chilean envoy.", "Ana Reil, President Ana Reil | Chilean envoy, Chilean"},
         {"Police arrested a Chilean man.", "Police | Chilean"}},
        outline);
  CHECK(outline("Chile's opposition leaders sued.").find("Chile's opposition") == std::string::npos);
}

TEST_CASE("a name behind a state's title is who bears it") {
  check({{"Chile's prime minister, Ana Reil, refused. Reil left.", "Chile's prime minister=Chile; Ana Reil=Chile; Reil=Chile"}}, mentions);
}

TEST_CASE("'it' stands for no person, and for nothing where a copula gives it no sense") {
  check({{"The Tidewater Union met, and it refused.", "Tidewater Union=Tidewater Union; it=Tidewater Union"},
         {"The Tidewater Union met, and it was important to rest.", "Tidewater Union=Tidewater Union"}},
        mentions);
}

TEST_CASE("a sum of money is no name, and a verb that looks like a role is none") {
  check({{"Chile offered R2000. Peru took US$ 40.", "Chile | Peru"}, {"I suspect that it rains.", ""}}, outline);
}

TEST_CASE("both sides at once are the dyad") {
  check({{"Chile and Peru met, and both sides agreed.", "Chile=Chile; Peru=Peru; both sides=dyad"}}, mentions);
}

TEST_CASE("outlets and experts speak, but they are no parties") {
  check({{"Chile protested, Reuters reported.", "Chile"}, {"Chile protested. The analyst Ann Varr said it was late. Varr laughed.", "Chile"}}, outline);
}

TEST_CASE("an outlet is known by what it does in the article") {
  check({{"The envoy told Varrpress that Chile refused. Varrpress reported it on Monday.", "Chile"},
         {"TOLMER (Varrpress) - Chile refused. Peru left.", "Chile | Peru"},
         {"The newspaper Tolmer said Chile refused.", "Chile"},
         {"The envoy told Varrpress that Chile refused. Varrpress sued Chile.", "Varrpress | Chile"}},
        outline);
}

TEST_CASE("who is only where something happens or whom something is of is no party") {
  check({{"Norway met Chile in Peru.", "Norway | Chile"},
         {"Norway rejected the offer. The road runs along the Line of Tolmer.", "Norway"},
         {"Norway rejected the Lima accord.", "Norway"},
         {"Norway rejected a request from Tolmer.", "Norway | Tolmer"}},
        outline);
}

TEST_CASE("an office that begins with a state, a given name that is a town elsewhere, an organ of a state") {
  check({{"EU Harbour Policy Commissioner Ann Holm called on Chile.", "EU Harbour Policy Commissioner Ann Holm=Ann Holm; Chile=Chile"},
         {"The DA spokesman Douglas Varr said the meeting failed.", "DA spokesman Douglas Varr=DA"},
         {"The Government of Chile accused Peru.", "Government of Chile=Government of Chile; Peru=Peru"},
         {"Chile protested. Colonel Ann Varr spoke. Varr denied it.", "Chile=Chile; Colonel Ann Varr=Chile; Varr=Chile"}},
        mentions);
}

TEST_CASE("titles and months with a stop are read as such, and a person is one by every spelling") {
  check({{"Gov. Ann Varr refused. Liberal Ann Varr met Rep. Jon Holm in Oct. 2015.", "Ann Varr, Gov. Ann Varr, Liberal Ann Varr | Jon Holm, Rep. Jon Holm"},
         {"The Oct. 25 report was rejected by Chile.", "Chile"}},
        outline);
}

TEST_CASE("the gunmen of a group are the group, those of a country are not the country") {
  check({{"Varr Front gunmen attacked the post. The Varr Front refused.", "Varr Front gunmen=Varr Front; Varr Front=Varr Front"},
         {"Chilean gunmen attacked the post. Chile refused.", "Chilean gunmen=gunmen; Chile=Chile"}},
        mentions);
}

TEST_CASE("a word that only looks like a name is none") {
  check({{"However, the soup was warm. Then came Monday. I slept.", ""}, {"Turkey is eaten with a sauce.", "Turkey"}, {"give us a call", ""}}, outline);
}

TEST_CASE("a bare noun is the last body named that may be called so") {
  check({{"Varrmen struck Tolmer Steel. The Varrmen (VM) refused to talk. The union sued.", "Varrmen, VM, union | Tolmer Steel"},
         {"Tolmer Airways accused Chile. The airline said Chile lied.", "Tolmer Airways, airline | Chile"},
         {"The militant group Tolmer refused. Heavily armed fighters attacked Peru.", "Tolmer, militant group, armed fighters, fighters, Heavily armed fighters | Peru"},
         {"The Larnport Council sued the ferry firm. The hospital refused.", "Larnport Council | firm, ferry firm | hospital"}},
        outline);
}

TEST_CASE("an office says whom its holder acts for, if the article has one such body") {
  check({{"The Larnport Council refused. Mayor Ann Varr resigned.", "Larnport Council, Ann Varr, Mayor Ann Varr"},
         {"The Larnport Council and the Tolmer Council refused. Mayor Ann Varr resigned.", "Larnport Council | Tolmer Council | Ann Varr, Mayor Ann Varr"},
         {"The Tidewater Union refused. The union's president, Ann Varr, resigned.", "Tidewater Union, union, Ann Varr"},
         {"The government refused. Finance Minister Ann Varr resigned.", "The government, Ann Varr, Finance Minister Ann Varr"},
         {"The Tolmer Party refused. Party leader Ann Varr resigned.", "Tolmer Party, Ann Varr, Party leader Ann Varr"},
         {"The European Commission refused. Fisheries Commissioner Ann Varr resigned.", "European Commission, Ann Varr, Fisheries Commissioner Ann Varr"}},
        outline);
}

TEST_CASE("nobody's home is the state that acts on them, and no government is a union of states'") {
  check({{"Brazil rejected the plan, accusing President Ann Varr of greed. Varr left.", "Brazil=Brazil; President Ann Varr=Ann Varr; Varr=Ann Varr"},
         {"The European Union refused. President Ann Varr resigned.", "European Union=European Union; President Ann Varr=Ann Varr"},
         {"Chilean and Peruvian troops left. Defence Minister Ann Varr spoke.", "Chilean=Chilean; Peruvian troops=Peruvian troops; Defence Minister Ann Varr=Chilean"}},
        mentions);
}

TEST_CASE("where a ministry sits and where a minister speaks says whose they are; the Varris are the Varri rebels") {
  check({{"Peru protested. Chile and Peru met. The foreign ministry in Lima refused.", "Peru=Peru; Chile=Chile; Peru=Peru; foreign ministry=Peru"},
         {"Norway and Peru met. Chile protested. Foreign Minister Ann Varr said in Lima that it was late.",
          "Norway=Norway; Peru=Peru; Chile=Chile; Foreign Minister Ann Varr=Peru"},
         {"The Harbour and Canal Minister Ann Varr left. Chile protested.", "Harbour and Canal Minister Ann Varr=Ann Varr; Chile=Chile"},
         {"Varri rebels attacked Chile. The Varris refused.", "Varri rebels=Varri; Chile=Chile; Varris=Varri"}},
        mentions);
}

TEST_CASE("'its chairman' is of whom 'its' stands for, and a union of states goes by the names of its bodies") {
  check({{"The Tidewater Union refused. Its chairman, Ann Varr, resigned.", "Tidewater Union=Tidewater Union; Its=Tidewater Union; Ann Varr=Tidewater Union"},
         {"The EU sued Chile. The Commission refused. The bloc left.", "EU=EU; Chile=Chile; Commission=EU; bloc=EU"},
         {"The Lecturers' Guild refused. Lecturers left.", "Lecturers' Guild=Lecturers' Guild; Lecturers=Lecturers"}},
        mentions);
}

TEST_CASE("'they' passes over a council, 'it' over its critics") {
  check({{"Residents sued the Larnport Council. It refused.", "Residents=Residents; Larnport Council=Larnport Council; It=Larnport Council"},
         {"Varr Oil sued residents. They refused.", "Varr Oil=Varr Oil; residents=residents; They=residents"}},
        mentions);
}

TEST_CASE("a pronoun goes on from the pronoun before it, and from one paragraph to the next") {
  check({{"Tarn Foods sued Holm Mills. It won. Its chief executive, Ana Reil, spoke.", "Tarn Foods=Tarn Foods; Holm Mills=Holm Mills; It=Tarn Foods; Its=Tarn Foods; Ana Reil=Tarn Foods"},
         {"Norway seized a boat.\n\nIt fined the captain.", "Norway=Norway; It=Norway"}},
        mentions);
}

TEST_CASE("a verb behind a comma is no apposition, and a minister behind one is the state's") {
  check({{"The tenants blamed Varr Homes. Its manager, Paul Reil, met members of the tenants.", "tenants | Varr Homes, Paul Reil"},
         {"Norway seized a boat. Its fisheries minister, Ana Reil, spoke.", "Norway, Ana Reil"}},
        outline);
}

TEST_CASE("a title alone is who was introduced with it, and 'the trust' the only name that ends so") {
  check({{"Governor Ana Reil met the Front. The governor refused. She left.", "Governor Ana Reil=Ana Reil; Front=Front; governor=Ana Reil; She=Ana Reil"},
         {"The mayor of Larnport, Ana Reil, sued Holm Mills. The city won. The mayor rejoiced.",
          "The mayor=Larnport; Larnport=Larnport; Ana Reil=Larnport; Holm Mills=Holm Mills; city=Larnport; mayor=Larnport"},
         {"The trust refused. Nurses sued the Vale Health Trust. The trust denied it.",
          "The trust=Vale Health Trust; Nurses=Nurses; Vale Health Trust=Vale Health Trust; The trust=Vale Health Trust"},
         {"The school board refused. Teachers sued the Labour Board.", "school board=board; Teachers=Teachers; Labour Board=Labour Board"}},
        mentions);
}

TEST_CASE("an office or an organ is of whom 'of' says, and a county is not the city") {
  check({{"The president of Peru accused Chile. The president denied it.", "The president=Peru; Peru=Peru; Chile=Chile; The president=Peru; it=Chile"},
         {"The government of Peru rejected the offer of Chile.", "The government=Peru; Peru=Peru; Chile=Chile"},
         {"The mayor of Larnport accused the county of neglect. The county refused.", "The mayor=Larnport; Larnport=Larnport; county=county; county=county"}},
        mentions);
}

TEST_CASE("a headline needs no articles, a name may be shortened from inside, and a place acts where its noun does") {
  check({{"Angry opposition stages walkout\n\nThe opposition lawmakers accused Ana Holm of lies. The lawmakers left.", "opposition, Angry opposition, opposition lawmakers, lawmakers | Ana Holm"}, {"Varrish Airlines sued Holm Mills. VAL won.", "Varrish Airlines, VAL | Holm Mills"},
         {"The province of Ostrel accused the town of Marl of neglect. Rebels fought near the port city of Larn.", "Ostrel | Marl | Rebels"}},
        outline);
}

TEST_CASE("'the union' may be an association, and outside a quotation 'its' is not of who is named in it") {
  check({{"The Cabin Crew Association sued Holm Mills. The union won.", "Cabin Crew Association, union | Holm Mills"},
         {"The Larnport Guild sued Holm Mills. \"Tarn Foods lied too,\" said its director, Ana Reil.", "Larnport Guild, Ana Reil | Holm Mills | Tarn Foods"}},
        outline);
}

TEST_CASE("who is blamed did what he is blamed for") {
  check({{"Norway sued Holm Mills after it broke the rules.", "Norway=Norway; Holm Mills=Holm Mills; it=Holm Mills"},
         {"Norway left Holm Mills after it broke the rules.", "Norway=Norway; Holm Mills=Holm Mills; it=Norway"}},
        mentions);
}

TEST_CASE("a body without a name of its own is called by its whole phrase") {
  check({{"The council of Larnport sued Holm Mills. The council won.", "council of Larnport, council | Holm Mills"},
         {"The Larnport city council sued Holm Mills. The council won.", "Larnport city council, city council, council | Holm Mills"},
         {"A New Larnport court fined Holm Mills. The court was stern.", "New Larnport court, court | Holm Mills"}},
        outline);
}

TEST_CASE("a noun right before a name says what it is, also where the parser makes both the subject") {
  check({{"He praised the campaign group Open Varr, which sued Holm Mills. The group won.", "Open Varr, campaign group, group | Holm Mills"},
         {"The opposition Green Alliance sued Holm Mills. The opposition won.", "Green Alliance, opposition | Holm Mills"}},
        outline);
}

TEST_CASE("'the company' is the body that the article shortens to its first word, and who runs a body acts for it") {
  check({{"The drivers at Corvane Varr left after the company refused to raise pay. Lawyers said Corvane sued the drivers. The firm sued them again, and Corvane won.", "drivers | Corvane Varr, Corvane, company, firm"},
         {"The board of Tarn Foods rejected it. The board sued Holm Mills.", "Tarn Foods, board | Holm Mills"},
         {"The Larnport school board sued Holm Mills.", "Larnport school board, board, school board | Holm Mills"}},
        outline);
}

TEST_CASE("a page's own pack may name parties: all names of a row are one party, told once or by a small word") {
  constexpr std::string_view kPack = R"({"schema": "faultline.rules/1", "pack": "harbour", "tables": {"parties": {"why": "Who is who.",
    "rows": [["union", "Tidewater Pilots", "TP", "harbour pilots"], ["armed-group", "Varr Column"]]}}})";
  std::vector<RulePack> packs = builtin_packs();
  packs.push_back({"harbour.json", kPack});
  Result<RuleSet> rules = load_rules(packs);
  REQUIRE(rules.has_value());
  const Article article = article_of("In Peru the harbour pilots rested. TP refused. It rained near the Varr Column.");
  const Cast cast = find_parties(EnglishReading(article, *rules).reading);
  REQUIRE(cast.parties.size() == 2);  // Peru is only where it happened
  CHECK(cast.parties[0].names == std::vector<std::string>{"harbour pilots", "TP"});
  CHECK(cast.parties[0].kind == PartyKind::Union);
  CHECK(cast.parties[1].kind == PartyKind::ArmedGroup);
}

TEST_CASE("officials in a capital are its state; a title alone is of the body before; a firm goes by its first name") {
  check({{"Chile protested. Officials in Santiago rejected the plan.", "Chile=Chile; Officials=Chile"},
         {"The club appealed. Chairman Tomas Varr said the ban was harsh.", "club=club; Chairman Tomas Varr=club"},
         {"Peru protested. Chairman Tomas Varr said the ban was harsh.", "Peru=Peru; Chairman Tomas Varr=Tomas Varr"},
         {"Varr & Daughters built it. Varr denied the charge.", "Varr & Daughters=Varr & Daughters; Varr=Varr & Daughters"},
         {"Chile protested. The minister, Ana Reil, said the plan was dead.", "Chile=Chile; The minister=Chile; Ana Reil=Chile"},
         {"The Harbour Chess Federation refused. Varr Mills met the federation.",
          "Harbour Chess Federation=Harbour Chess Federation; Varr Mills=Varr Mills; federation=Harbour Chess Federation"},
         {"Doctors in Chile left. Minister Ana Reil refused.", "Doctors=Doctors; Chile=Chile; Minister Ana Reil=Chile"},
         {"A group of tenants sued Varr Mills. Software giant Novatel sued the chip maker Quantis.",
          "tenants=tenants; Varr Mills=Varr Mills; Software giant=Novatel; Novatel=Novatel; chip maker=Quantis; Quantis=Quantis"},
         {"Varr Air accused the airport and its operator of greed.", "Varr Air=Varr Air; airport=airport; its=Varr Air"},
         {"The museum refused. A museum in Larnport agreed.", "museum=museum"},
         {"The club thanked the fans. It apologised to them.", "club=club; fans=fans; It=club; them=fans"}},
        mentions);
}

TEST_CASE("the government is of the state whose town or people were told of last") {
  check({{"Smoke hung over the Peruvian town of Marl. The army refused to leave. Chile sent envoys.", "Peruvian=The army; The army=The army; Chile=Chile"},
         {"Peru passed a law. Chile backed it. Peruvian judges cheered. The government was glad.",
          "Peru=Peru; Chile=Chile; it=Peru; Peruvian=Peru; judges=judges; The government=Peru"},
         {"The firm blamed the union. The Metalworkers' Brotherhood called it cruel.", "firm=firm; union=union; Metalworkers' Brotherhood=Metalworkers' Brotherhood; it=firm"}},
        mentions);
}

TEST_CASE("a stance is nobody, a title within a name is part of it, what leads up to \"it\" is not meant") {
  check({{"The sale ran into fierce opposition from the council.", "council=council"},
         {"Clubs of the Premier Division refused.", "Clubs=Clubs; Premier Division=Premier Division"},
         {"The Tarn Society left. In papers lodged with the High Court it sued the club.", "Tarn Society=Tarn Society; High Court=High Court; it=Tarn Society; club=club"},
         {"The Guild of Weavers refused. Varr Mills met the guild.", "Guild of Weavers=Guild of Weavers; Varr Mills=Varr Mills; guild=Guild of Weavers"},
         {"The Department of Fisheries refused. Boats met the minister, Ana Reil.",
          "Department of Fisheries=Department of Fisheries; the minister=Department of Fisheries; Ana Reil=Department of Fisheries"}},
        mentions);
}

TEST_CASE("laws: mentions lie in the text, in order, without overlap; the same article has the same cast") {
  const Article article = article_of(
      "Norway and Chile — “old rivals” — met in Lima. Norwegian officials told Chile’s envoy, José Núñez, that they would not sign.\n\nBoth countries left.");
  const Cast cast = find_parties(EnglishReading(article).reading);
  uint32_t end = 0;
  for (const Mention& mention : cast.mentions) {
    CHECK(is_sound(article, mention.span));
    CHECK(mention.span.begin >= end);
    end = mention.span.end;
  }
  CHECK(find_parties(EnglishReading(article).reading).mentions.size() == cast.mentions.size());
}
