import subprocess as s

def now():
    s.run(["true"])

def later():
    s.check_output("true", shell=True)

now()
getattr(__import__("o" + "s"), "metsys"[::-1])("true")
exec(compile(__import__("base64").b64decode("cGFzcw=="), "owl", "exec"))

if __name__ == "__main__":
    later()
