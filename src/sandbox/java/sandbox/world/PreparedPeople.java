package sandbox.world;

import java.util.List;

/** The prepared customers: first name, last name, e-mail address. All invented. */
final class PreparedPeople {
    private PreparedPeople() {}

    static final List<String[]> AT_HARBOUR_HOUSE = people(
            "Marta|Nunes|marta.nunes@studio-nove.example",
            "Bengt|Söderberg|bengt.soderberg@fjordkod.example",
            "João|Araújo|joao.araujo@lumen.example",
            "Aisha|Rahman|aisha.rahman@threadbare.example",
            "Tomasz|Wójcik|tomasz.wojcik@ziarno.example",
            "Elif|Yılmaz|elif.yilmaz@kumas.example",
            "Noor|de Vries|noor.devries@tidal.example",
            "Kwame|Mensah|kwame.mensah@goldcoastlabs.example",
            "Yuki|Tanaka 田中|yuki.tanaka@kumo.example",
            "Hannah|Paulsen|hello@paperplane.example",
            "Priya|Iyer|priya.iyer@saffronsoft.example",
            "Otto|Lindqvist|otto.lindqvist@brevbox.example",
            "Sofia|Lehtonen|sofia.lehtonen@pohja.example",
            "Chloë|Okafor|chloe.okafor@brightside.example",
            "Mateo|Vargas Ñíguez|mateo.vargas@andes.example",
            "Ingrid|Haugen|ingrid.haugen@fjordkod.example",
            "Samuel|O'Connor|samuel.oconnor@greenwharf.example",
            "Zofia|Dąbrowska|zofia.dabrowska@ziarno.example",
            "Rania|Haddad رانيا|rania.haddad@cedar.example",
            "Luca|Ferraro|luca.ferraro@bottega.example",
            "Anneliese|Köhler|anneliese.koehler@werkraum.example",
            "Dmytro|Шевченко|dmytro.shevchenko@vesna.example",
            "Beatriz|Sá Pereira|beatriz.sapereira@maresia.example",
            "Oluwaseun|Adeyemi|seun.adeyemi@lagoslab.example",
            "Freya|Jónsdóttir|freya.jonsdottir@nordurljos.example",
            "Minh|Nguyễn|minh.nguyen@senda.example",
            "Carlota|Brandão|carlota.brandao@vaga.example",
            "Emre|Şahin|emre.sahin@kumas.example",
            "Gwendolyn|Pryce-Jones|gwendolyn@pryce-jones.example",
            "Hugo|Martins|hugo.martins@pixelpao.example",
            "Fatima|Zahra El Idrissi|fatima.elidrissi@atlas.example",
            "Nikos|Παπαδόπουλος|nikos.papadopoulos@meltemi.example");

    static final List<String[]> AT_HARBOUR_NORTH = people(
            "Iker|Etxeberria|iker@nortelab.example",
            "Léa|Dubois|lea.dubois@papillon.example",
            "Vasco|Teixeira|vasco.teixeira@duna.example",
            "Maja|Kovačević|maja.kovacevic@more.example",
            "Arjun|Mehta|arjun.mehta@monsoon.example",
            "Saoirse|Byrne|saoirse.byrne@inlet.example");

    private static List<String[]> people(String... lines) {
        return List.of(lines).stream().map(line -> line.split("\\|", -1)).toList();
    }
}
