#include "consensus/ChainParams.h"

#include "crypto/Sha256.h"

namespace consensus {

namespace {

/// One a byte value. The order is part of what users compare between versions: never change it.
constexpr std::array<const char*, 256> kWords = {
    "acorn",    "amber",    "anchor",   "antler",   "apple",    "apron",    "arch",     "arrow",    "atlas",
    "autumn",   "badge",    "bagel",    "bamboo",   "banjo",    "barley",   "barrel",   "basil",    "basket",
    "beacon",   "beaver",   "bench",    "berry",    "birch",    "biscuit",  "bison",    "blanket",  "blossom",
    "bonnet",   "bottle",   "boulder",  "bridge",   "brook",    "bucket",   "butter",   "button",   "cabin",
    "cactus",   "camel",    "candle",   "canoe",    "canyon",   "carpet",   "castle",   "cedar",    "cello",
    "cherry",   "chestnut", "chimney",  "cinnamon", "circle",   "clarinet", "cliff",    "clover",   "cobalt",
    "coconut",  "comet",    "compass",  "copper",   "coral",    "cotton",   "cradle",   "crane",    "crayon",
    "cricket",  "crystal",  "cushion",  "daisy",    "delta",    "desert",   "diamond",  "dolphin",  "domino",
    "donkey",   "dragon",   "drum",     "eagle",    "easel",    "elbow",    "engine",   "falcon",   "feather",
    "fern",     "fiddle",   "flute",    "forest",   "fossil",   "fox",      "galaxy",   "garden",   "garlic",
    "gazelle",  "geyser",   "ginger",   "giraffe",  "glacier",  "globe",    "goose",    "granite",  "grape",
    "guitar",   "hammock",  "harbour",  "harp",     "harvest",  "hazel",    "hedgehog", "helmet",   "heron",
    "hill",     "honey",    "horizon",  "iceberg",  "igloo",    "indigo",   "iris",     "island",   "ivy",
    "jacket",   "jaguar",   "jasmine",  "jelly",    "jewel",    "juniper",  "kayak",    "kettle",   "kite",
    "kiwi",     "koala",    "ladder",   "lagoon",   "lantern",  "laurel",   "lava",     "lemon",    "lentil",
    "lily",     "linen",    "lizard",   "llama",    "lobster",  "lotus",    "lynx",     "magnet",   "mango",
    "maple",    "marble",   "meadow",   "melon",    "meteor",   "mirror",   "mitten",   "monsoon",  "moss",
    "mountain", "mulberry", "mushroom", "napkin",   "nectar",   "needle",   "nest",     "nickel",   "nutmeg",
    "oak",      "oasis",    "oboe",     "ocean",    "olive",    "onion",    "opal",     "orange",   "orbit",
    "orchard",  "orchid",   "otter",    "owl",      "oyster",   "paddle",   "palm",     "panda",    "paper",
    "parrot",   "peach",    "pearl",    "pebble",   "pelican",  "pencil",   "penguin",  "pepper",   "piano",
    "pine",     "planet",   "plum",     "pond",     "poplar",   "prairie",  "pumpkin",  "puzzle",   "quail",
    "quartz",   "quill",    "rabbit",   "raccoon",  "radish",   "rainbow",  "raven",    "reef",     "ribbon",
    "river",    "robin",    "rocket",   "saffron",  "sailor",   "salmon",   "sandal",   "sapphire", "scarf",
    "shell",    "shovel",   "silver",   "spruce",   "squirrel", "star",     "statue",   "sunrise",  "swan",
    "teapot",   "thimble",  "thistle",  "thunder",  "tiger",    "timber",   "tomato",   "topaz",    "tractor",
    "trumpet",  "tulip",    "tundra",   "tunnel",   "turtle",   "umbrella", "valley",   "vanilla",  "velvet",
    "vineyard", "violin",   "volcano",  "waffle",   "wagon",    "walnut",   "walrus",   "whale",    "willow",
    "window",   "winter",   "zebra",    "zephyr"};

} // namespace

std::array<std::string, 3> fingerprintWords(const primitives::BlockHash& genesis) {
    const crypto::Hash256Bytes hash = crypto::sha256(genesis.view());
    return {kWords[hash[0]], kWords[hash[1]], kWords[hash[2]]};
}

} // namespace consensus
