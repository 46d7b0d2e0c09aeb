package app.latchkey.nexudus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.Fact;
import app.latchkey.Fact.Sure;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.space.Assumption;
import app.latchkey.space.LatchkeySettings;
import app.latchkey.space.TestSpaces;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushReaderTest {

    private static final Instant NOW = Instant.parse("2026-05-08T12:00:00Z");

    private static Push read(String json) throws UnreadablePush {
        return read(json, Map.of());
    }

    private static Push read(String json, Map<String, Object> assumed) throws UnreadablePush {
        LatchkeySettings settings = TestSpaces.settings("", assumed);
        return new PushReader(settings, new CardNumbers(settings))
                .read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), NOW);
    }

    /** The example in Nexudus's own documentation. */
    @Test
    @Fact(
            value = "B6.3",
            says =
                    "A push has time, business (id, name, uniqueId), coworker (id, email, uniqueId, accessPincode), groups and"
                            + " schedule (group, expires_on), in camel case")
    void readsWhatNexudusSends() throws UnreadablePush {
        Push push = read("""
                {'time':'2024-08-20T16:30:49.7961262Z',
                 'business':{'id':101,'name':'Space Plus','uniqueId':'8d0b6ff8-0000-4000-8000-00000000a101'},
                 'coworker':{'id':3032,'email':'X@y.z','uniqueId':'8d0b6ff8-0000-4000-8000-000000003032','accessPincode':'11546'},
                 'groups':['1'],
                 'schedule':[{'group':'1','expires_on':'2024-08-31T20:00:00Z'}]}
                """);
        assertThat(push.saidAt()).isEqualTo("2024-08-20T16:30:49.796126Z");
        assertThat(push.business()).contains("8d0b6ff8-0000-4000-8000-00000000a101");
        assertThat(push.customer()).isEqualTo(new CustomerId(3032));
        assertThat(push.uniqueId()).isEqualTo(UUID.fromString("8d0b6ff8-0000-4000-8000-000000003032"));
        assertThat(push.email()).contains(new EmailAddress("x@y.z"));
        assertThat(push.groups()).isEqualTo(Map.of("1", Optional.of(Instant.parse("2024-08-31T20:00:00Z"))));
        assertThat(push).asString().doesNotContain("11546");
    }

    @Test
    void needsNoMoreThanWhoseGroupsTheseAre() throws UnreadablePush {
        Push push = read("{'coworker':{'id':7},'groups':[]}");
        assertThat(push.saidAt()).isEqualTo(NOW);
        assertThat(push.groups()).isEmpty();
        assertThat(push.email()).isEmpty();
        assertThat(push.fullName()).isEmpty();
    }

    @Test
    @Fact(
            value = "B6.6",
            sure = Sure.UNKNOWN,
            says = "What a push calls a customer's full name, card and fob",
            setting = Assumption.NEXUDUS_ACS_PERSON_FIELDS)
    void callsNameAndCardsAsTheDeploymentSays() throws UnreadablePush {
        String push = "{'coworker':{'id':7,'title':'Zoë','cards':'12 34','accessCardId':'56'},'groups':[]}";
        assertThat(read(push).fullName()).isEmpty();
        assertThat(read(push).accessCards()).containsExactly("56");
        Map<String, Object> named = Map.of(Assumption.NEXUDUS_ACS_PERSON_FIELDS.property(), "title, cards");
        assertThat(read(push, named).fullName()).isEqualTo("Zoë");
        assertThat(read(push, named).accessCards()).containsExactly("12", "34");
    }

    @Test
    void takesNamesCardsNumbersAndWhateverElseMayCome() throws UnreadablePush {
        Push push = read("""
                [{'coworker':{'id':7,'fullName':'Zoë 🚪','accessCardId':'12, 34','keyFobNumber':'56','shoeSize':44},
                  'groups':[1,'two'],'mood':{'good':true}}]
                """);
        assertThat(push.fullName()).isEqualTo("Zoë 🚪");
        assertThat(push.accessCards()).containsExactly("12", "34", "56");
        assertThat(push.groups()).containsOnlyKeys("1", "two");
    }

    @Test
    void letsNoClockThatIsAheadMakeEverythingAfterItOlder() throws UnreadablePush {
        assertThat(read("{'time':'2099-01-01T00:00:00Z','coworker':{'id':7},'groups':[]}")
                        .saidAt())
                .isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'group':'1'} |",
                "{'group':'1','expires_on':null} |",
                "{'group':'1','expires_on':'2026-06-01T10:00:00'} | 2026-06-01T10:00:00Z",
                "{'group':'2','expires_on':'2026-06-01T10:00:00Z'} |"
            })
    void endsAGroupOnlyWhenItSaysSo(String entry, @Nullable Instant end) throws UnreadablePush {
        Push push = read("{'coworker':{'id':7},'groups':['1'],'schedule':[" + entry + "]}");
        assertThat(push.groups().get("1")).isEqualTo(Optional.ofNullable(end));
    }

    @Test
    void takesTheLatestOfSeveralEnds() throws UnreadablePush {
        String sooner = "{'group':'1','expires_on':'2026-06-01T10:00:00Z'}";
        String later = "{'group':'1','expires_on':'2026-07-01T10:00:00Z'}";
        String never = "{'group':'1'}";
        String push = "{'coworker':{'id':7},'groups':['1'],'schedule':[%s]}";
        assertThat(read(push.formatted(later + "," + sooner)).groups().get("1"))
                .contains(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(read(push.formatted(later + "," + never)).groups().get("1")).isEmpty();
    }

    /** Groups that are missing are not "no groups": that would put somebody out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "7",
                "[]",
                "{}",
                "{'groups':['1']}",
                "{'coworker':{'id':0},'groups':['1']}",
                "{'coworker':{'id':'7'},'groups':['1']}",
                "{'coworker':{'id':7}}",
                "{'coworker':{'id':7},'groups':null}",
                "{'coworker':{'id':7},'groups':'1'}",
                "{'coworker':{'id':7},'groups':[null]}",
                "{'coworker':{'id':7},'groups':[{'id':'1'}]}",
                "{'time':'yesterday','coworker':{'id':7},'groups':[]}",
                "{'coworker':{'id':7},'groups':['1'],'schedule':[{'group':'1','expires_on':'soon'}]}",
                "{'coworker':{'id':7},'groups':['1'],'schedule':[{'expires_on':'2026-06-01T10:00:00Z'}]}"
            })
    void takesNothingForGrantedThatDecides(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(UnreadablePush.class);
    }
}
