"""The judged sets, and an index of each one's catalogue."""
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DEMO = ROOT / "catalog/demo"
TRAINING = ROOT / "tests/training"

# name: judged persons, records, postcodes. The first two are those that figures are quoted for.
SETS = {
    "nijmegen": (HERE / "nijmegen", DEMO / "nijmegen", DEMO / "places.csv"),
    "limburg": (HERE / "limburg", DEMO / "limburg", DEMO / "places.csv"),
    "nijmegen, other judge": (HERE / "more/nijmegen", DEMO / "nijmegen", DEMO / "places.csv"),
    "limburg, other judge": (HERE / "more/limburg", DEMO / "limburg", DEMO / "places.csv"),
    "groningen": (HERE / "more/groningen", TRAINING / "groningen", HERE / "more/groningen/places.csv"),
    "drenthe": (HERE / "more/drenthe", TRAINING / "drenthe", HERE / "more/drenthe/places.csv"),
    "friesland": (HERE / "more/friesland", TRAINING / "friesland", HERE / "more/friesland/places.csv"),
    "zeeland": (HERE / "more/zeeland", TRAINING / "zeeland", HERE / "more/zeeland/places.csv"),
}


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, text=True, **options)


def make_index(kring, name, folder):
    """Indexes the catalogue of set `name` in `folder`; its path."""
    _, records, places = SETS[name]
    catalog, index = f"{folder}/kring.db", f"{folder}/index"
    run(kring, "import", "--catalog", catalog, "--source", records.name, records / "services.ndjson", stdout=subprocess.DEVNULL)
    run(kring, "places", "import", "--catalog", catalog, places, stdout=subprocess.DEVNULL)
    run(kring, "index", "--catalog", catalog, "--index", index, stdout=subprocess.DEVNULL)
    return index
